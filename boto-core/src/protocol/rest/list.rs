//! Lists in one header: elements between commas, quoted where they have some themselves.

/// Appends an element; strings with a comma or a quote in them are quoted.
pub fn push_quoted(out: &mut String, text: &str, string: bool) {
    if !string || !text.contains(['"', ',']) {
        out.push_str(text);
        return;
    }
    out.push('"');
    for c in text.chars() {
        if c == '"' {
            out.push('\\');
        }
        out.push(c);
    }
    out.push('"');
}

/// The elements of a list, unquoted. With `dates`, every second comma separates: HTTP dates have one of their own.
pub fn split(text: &str, dates: bool) -> Vec<String> {
    let (mut out, mut element, mut chars) = (Vec::new(), String::new(), text.chars());
    let (mut quoted, mut was_quoted, mut commas) = (false, false, 0);
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted => quoted = false,
            '"' if element.trim().is_empty() => {
                element.clear();
                (quoted, was_quoted) = (true, true);
            }
            '\\' if quoted => element.extend(chars.next()),
            ',' if !quoted => {
                commas += 1;
                if dates && commas % 2 == 1 {
                    element.push(c);
                } else {
                    finish(&mut out, &mut element, std::mem::take(&mut was_quoted));
                }
            }
            // After a closing quote only white space may come.
            _ if was_quoted && !quoted => {}
            c => element.push(c),
        }
    }
    finish(&mut out, &mut element, was_quoted);
    out
}

fn finish(out: &mut Vec<String>, element: &mut String, quoted: bool) {
    let element = std::mem::take(element);
    if quoted {
        out.push(element);
    } else {
        out.push(element.trim().to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_joined_splits_again() {
        let elements = ["a", "b,c", "\"def\"", "x y", "back\\slash, \"and\" quote"];
        let mut out = String::new();
        for element in elements {
            if !out.is_empty() {
                out.push(',');
            }
            push_quoted(&mut out, element, true);
        }
        let back = split(&out, false);
        // A backslash without quote is not escaped on the way out (as in botocore), so that it is lost here.
        assert_eq!(back[..4], elements[..4]);
        assert_eq!(split("1, 2 ,3", false), ["1", "2", "3"]);
        assert_eq!(split("a, \"b,c\" , d", false), ["a", "b,c", "d"]);
        let dates = "Mon, 16 Dec 2019 23:48:18 GMT, Mon, 16 Dec 2019 23:48:18 GMT";
        assert_eq!(split(dates, true), ["Mon, 16 Dec 2019 23:48:18 GMT"; 2]);
    }
}
