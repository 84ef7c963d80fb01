//! Few things kept by name, in a vector: a tree or hash map compiles some hundred functions for every type of value.

/// Values by name, in the order of names. Made for tens of names: adding one moves those behind it.
#[derive(Clone, Debug)]
pub(crate) struct Kept<K, T>(Vec<(K, T)>);

impl<K, T> Default for Kept<K, T> {
    fn default() -> Self {
        Kept(Vec::new())
    }
}

impl<K: Ord, T> Kept<K, T> {
    fn place<Q: Ord + ?Sized>(&self, name: &Q) -> Result<usize, usize>
    where
        K: std::borrow::Borrow<Q>,
    {
        self.0.binary_search_by(|(kept, _)| kept.borrow().cmp(name))
    }

    /// The value of that name.
    pub(crate) fn get<Q: Ord + ?Sized>(&self, name: &Q) -> Option<&T>
    where
        K: std::borrow::Borrow<Q>,
    {
        self.place(name).ok().map(|at| &self.0[at].1)
    }

    /// The value of that name, the default if there is none yet.
    pub(crate) fn at(&mut self, name: K) -> &mut T
    where
        T: Default,
    {
        let at = self.place(&name).unwrap_or_else(|at| {
            self.0.insert(at, (name, T::default()));
            at
        });
        &mut self.0[at].1
    }

    /// Takes the value of that name out.
    pub(crate) fn remove<Q: Ord + ?Sized>(&mut self, name: &Q) -> Option<T>
    where
        K: std::borrow::Borrow<Q>,
    {
        self.place(name).ok().map(|at| self.0.remove(at).1)
    }

    /// Names and values, sorted by name.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &(K, T)> {
        self.0.iter()
    }

    /// Forgets all.
    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::Kept;

    #[test]
    fn names_are_in_order_and_kept_once() {
        let mut kept: Kept<String, usize> = Kept::default();
        for (i, name) in ["b", "a", "c", "a"].into_iter().enumerate() {
            *kept.at(name.to_owned()) += i + 1;
        }
        assert!(kept.iter().map(|(name, value)| (name.as_str(), *value)).eq([("a", 6), ("b", 1), ("c", 3)]));
        assert_eq!((kept.get("a"), kept.get("d")), (Some(&6), None));
        assert_eq!((kept.remove("a"), kept.remove("a")), (Some(6), None));
        kept.clear();
        assert_eq!(kept.iter().count(), 0);
    }
}
