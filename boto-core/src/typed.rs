//! [`Field`] for the types that typed structs are made of.

use crate::{
    body::ByteStream,
    field::{list_changed, map_changed, Change, Changed, Container, Entries, Field, List, Mismatch, View},
    DateTime, Map,
};
use bytes::Bytes;
use std::borrow::Cow;

impl Field for bool {
    fn view(&self) -> View<'_> {
        View::Bool(*self)
    }
    fn change(&mut self, change: &mut Change<'_>) -> Changed<'_> {
        match change {
            Change::Null => {}
            Change::Bool(b) => *self = *b,
            _ => return Err(Mismatch { wanted: "boolean" }),
        }
        Ok(None)
    }
}

macro_rules! integer {
    ($($type:ty: $wanted:literal),*) => {$(
        impl Field for $type {
            fn view(&self) -> View<'_> {
                View::Int(i64::from(*self))
            }
            fn change(&mut self, change: &mut Change<'_>) -> Changed<'_> {
                const MISMATCH: Mismatch = Mismatch { wanted: $wanted };
                match change {
                    Change::Null => {}
                    Change::Int(i) => *self = <$type>::try_from(*i).map_err(|_| MISMATCH)?,
                    _ => return Err(MISMATCH),
                }
                Ok(None)
            }
        }
    )*};
}
integer!(i8: "integer of 8 bits", i16: "integer of 16 bits", i32: "integer of 32 bits", i64: "integer of 64 bits");

impl Field for f64 {
    fn view(&self) -> View<'_> {
        View::Float(*self)
    }
    fn change(&mut self, change: &mut Change<'_>) -> Changed<'_> {
        match change {
            Change::Null => {}
            Change::Float(f) => *self = *f,
            Change::Int(i) => *self = *i as f64,
            _ => return Err(Mismatch { wanted: "number" }),
        }
        Ok(None)
    }
}

impl Field for f32 {
    fn view(&self) -> View<'_> {
        View::Float32(*self)
    }
    fn change(&mut self, change: &mut Change<'_>) -> Changed<'_> {
        match change {
            Change::Null => {}
            Change::Float(f) => *self = *f as f32,
            Change::Int(i) => *self = *i as f32,
            _ => return Err(Mismatch { wanted: "number" }),
        }
        Ok(None)
    }
}

impl Field for String {
    fn view(&self) -> View<'_> {
        View::Str(self)
    }
    fn change(&mut self, change: &mut Change<'_>) -> Changed<'_> {
        match change {
            Change::Null => {}
            Change::Str(Cow::Borrowed(s)) => *self = (*s).to_owned(),
            Change::Str(Cow::Owned(s)) => *self = std::mem::take(s),
            Change::Number(n) => *self = (*n).to_owned(),
            Change::Document(crate::Value::Number(n)) => *self = std::mem::take(n).into(),
            _ => return Err(Mismatch { wanted: "string" }),
        }
        Ok(None)
    }
}

impl Field for Bytes {
    fn view(&self) -> View<'_> {
        View::Blob(self)
    }
    fn change(&mut self, change: &mut Change<'_>) -> Changed<'_> {
        match change {
            Change::Null => {}
            Change::Blob(b) => *self = std::mem::take(b),
            _ => return Err(Mismatch { wanted: "blob" }),
        }
        Ok(None)
    }
}

impl Field for DateTime {
    fn view(&self) -> View<'_> {
        View::Time(*self)
    }
    fn change(&mut self, change: &mut Change<'_>) -> Changed<'_> {
        match change {
            Change::Null => {}
            Change::Time(t) => *self = *t,
            _ => return Err(Mismatch { wanted: "timestamp" }),
        }
        Ok(None)
    }
}

impl Field for ByteStream {
    fn view(&self) -> View<'_> {
        View::Stream(self)
    }
    fn change(&mut self, change: &mut Change<'_>) -> Changed<'_> {
        match change {
            Change::Null => {}
            Change::Stream(s) => *self = std::mem::take(s),
            Change::Blob(b) => *self = ByteStream::from(std::mem::take(b)),
            _ => return Err(Mismatch { wanted: "stream" }),
        }
        Ok(None)
    }
}

impl<T: Field + Default> Field for Option<T> {
    #[inline(never)]
    fn view(&self) -> View<'_> {
        match self {
            Some(value) => value.view(),
            None => View::Absent,
        }
    }
    #[inline(never)]
    fn change(&mut self, change: &mut Change<'_>) -> Changed<'_> {
        if let Change::Null = change {
            *self = None;
            return Ok(None);
        }
        if self.is_none() {
            // Nothing was there, and dropping it would be code, too.
            std::mem::forget(self.replace(T::default()));
        }
        match self {
            Some(value) => value.change(change),
            None => Ok(None),
        }
    }
    fn nullable() -> bool {
        true
    }
}

impl<T: Field + Default> Field for Vec<T> {
    #[inline(never)]
    fn view(&self) -> View<'_> {
        View::List(self)
    }
    #[inline(never)]
    fn change(&mut self, change: &mut Change<'_>) -> Changed<'_> {
        if let Change::Open(Container::List) = change {
            self.clear();
        }
        list_changed(self, change)
    }
}

impl<T: Field + Default> List for Vec<T> {
    #[inline(never)]
    fn len(&self) -> usize {
        Vec::len(self)
    }
    #[inline(never)]
    fn get(&self, index: usize) -> &dyn Field {
        &self[index]
    }
    #[inline(never)]
    fn get_mut(&mut self, index: usize) -> Option<&mut dyn Field> {
        <[T]>::get_mut(self, index).map(|element| element as &mut dyn Field)
    }
    #[inline(never)]
    fn push(&mut self) -> &mut dyn Field {
        let at = Vec::len(self);
        Vec::push(self, T::default());
        &mut self[at]
    }
    #[inline(never)]
    fn push_null(&mut self) {
        if T::nullable() {
            Vec::push(self, T::default());
        }
    }
}

impl<T: Field + Default> Field for Map<T> {
    #[inline(never)]
    fn view(&self) -> View<'_> {
        View::Map(self)
    }
    #[inline(never)]
    fn change(&mut self, change: &mut Change<'_>) -> Changed<'_> {
        if let Change::Open(Container::Map) = change {
            self.clear();
        }
        map_changed(self, change)
    }
}

impl<T: Field + Default> Entries for Map<T> {
    #[inline(never)]
    fn len(&self) -> usize {
        Map::len(self)
    }
    #[inline(never)]
    fn get(&self, place: usize) -> Option<(&str, &dyn Field)> {
        self.at(place).map(|(key, value)| (key, value as &dyn Field))
    }
    #[inline(never)]
    fn get_mut(&mut self, place: usize) -> Option<&mut dyn Field> {
        self.at_mut(place).map(|value| value as &mut dyn Field)
    }
    #[inline(never)]
    fn push(&mut self, key: String) -> &mut dyn Field {
        Map::<T>::push(self, key, T::default())
    }
    #[inline(never)]
    fn settle(&mut self) {
        Map::settle(self);
    }
    #[inline(never)]
    fn reserve(&mut self, more: usize) {
        Map::reserve(self, more);
    }
}
