//! Asking who sits at the terminal of this process, without showing what is typed.

use std::io::{self, BufRead, Write};

/// Shows the text and answers the line that was entered. On Unix it is `/dev/tty` that is asked, also where input and
/// output are files or pipes, as the CLI does; elsewhere it is standard input, which shows what is typed.
pub(crate) fn ask(text: &str) -> io::Result<String> {
    #[cfg(unix)]
    if let Ok(terminal) = std::fs::OpenOptions::new().read(true).write(true).open("/dev/tty") {
        let silence = Silence::begin();
        let asked = converse(text, io::BufReader::new(&terminal), &terminal);
        if silence.is_some() {
            // The line end was not shown either.
            (&terminal).write_all(b"\n")?;
        }
        return asked;
    }
    if !io::IsTerminal::is_terminal(&io::stdin()) {
        return Err(io::Error::new(io::ErrorKind::NotConnected, "there is no terminal"));
    }
    converse(text, io::stdin().lock(), io::stderr())
}

fn converse(text: &str, mut from: impl BufRead, mut to: impl Write) -> io::Result<String> {
    to.write_all(text.as_bytes())?;
    to.flush()?;
    let mut line = String::new();
    if from.read_line(&mut line)? == 0 {
        return Err(io::Error::new(io::ErrorKind::UnexpectedEof, "nothing was entered"));
    }
    Ok(line.trim().to_owned())
}

/// A terminal that does not show what is typed, as long as this lives. A shell sees to it: a crate for it would be built
/// by everybody for a question that few are ever asked; and the shell puts things right when this process is interrupted
/// or killed, too, for then its input ends.
#[cfg(unix)]
struct Silence(std::process::Child);

#[cfg(unix)]
impl Silence {
    /// `None` if it cannot be had: then what is typed is shown.
    fn begin() -> Option<Silence> {
        const SCRIPT: &str = "exec 3</dev/tty && before=$(stty -g <&3) || exit 1\n\
                              trap 'stty \"$before\" <&3' EXIT\n\
                              trap 'exit 1' HUP INT QUIT TERM\n\
                              stty -echo <&3 || exit 1\n\
                              echo silent\n\
                              read -r end";
        let mut shell = std::process::Command::new("/bin/sh")
            .args(["-c", SCRIPT])
            .stdin(std::process::Stdio::piped())
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::null())
            .spawn()
            .ok()?;
        let mut told = String::new();
        let heard = shell.stdout.take().map(|out| io::BufReader::new(out).read_line(&mut told));
        let silence = Silence(shell);
        (matches!(heard, Some(Ok(_))) && told == "silent\n").then_some(silence)
    }
}

#[cfg(unix)]
impl Drop for Silence {
    fn drop(&mut self) {
        drop(self.0.stdin.take());
        let _ = self.0.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terminals_show_the_question_and_give_the_line() {
        let mut shown = Vec::new();
        assert_eq!(converse("Enter MFA code for me: ", &b" 123456\r\nmore"[..], &mut shown).unwrap(), "123456");
        assert_eq!(shown, b"Enter MFA code for me: ");
        assert_eq!(converse("?", &b""[..], &mut shown).unwrap_err().kind(), io::ErrorKind::UnexpectedEof);
    }

    /// Runs this program again at a terminal of its own, types at it, and interrupts it.
    #[cfg(unix)]
    const TYPIST: &str = r#"
import os, pty, select, sys, termios, time

def start():
    pid, terminal = pty.fork()
    if pid == 0:
        # A shell around it, for with the first process of a terminal the terminal would go.
        os.execv("/bin/sh", ["sh", "-c", 'trap : INT; "$@"; echo over; sleep 60', "sh"] + sys.argv[1:])
    return pid, terminal

def until(terminal, mark):
    seen, end = b"", time.time() + 60
    while mark not in seen:
        assert time.time() < end, (mark, seen)
        if select.select([terminal], [], [], 0.1)[0]:
            seen += os.read(terminal, 4096)
    return seen

def echoes(terminal):
    return bool(termios.tcgetattr(terminal)[3] & termios.ECHO)

def echoes_soon(terminal):
    end = time.time() + 20
    while not echoes(terminal):
        assert time.time() < end, "the terminal stays silent"
        time.sleep(0.01)

for keys in [b"123456\n", b"12\x03"]:
    pid, terminal = start()
    assert echoes(terminal)
    seen = until(terminal, b"Enter MFA code: ")
    assert not echoes(terminal)
    os.write(terminal, keys)
    seen += until(terminal, b"over")
    echoes_soon(terminal)
    assert b"12" not in seen.replace(b"^C", b"").split(b"Enter MFA code: ")[1].split(b"test result")[0], seen
    if keys.endswith(b"\n"):
        assert b"six digits\r\n" in seen, seen
    else:
        assert b"six digits" not in seen, seen
    os.kill(pid, 9)
    os.waitpid(pid, 0)
    os.close(terminal)

# One that is killed outright.
pid, terminal = start()
until(terminal, b"Enter MFA code: ")
assert not echoes(terminal)
children = open(f"/proc/{pid}/task/{pid}/children").read().split() if os.path.exists("/proc") else []
if children:
    os.kill(int(children[0]), 9)
    until(terminal, b"over")
    echoes_soon(terminal)
print("typed")
"#;

    #[cfg(unix)]
    #[test]
    #[ignore = "needs Python: cargo xtask test"]
    fn what_is_typed_is_not_shown() {
        if std::env::var_os("BOTO_TEST_ASKS").is_some() {
            let answer = ask("Enter MFA code: ").unwrap();
            println!("{}", if answer == "123456" { "six digits" } else { "something else" });
            return;
        }
        let myself = std::env::current_exe().unwrap();
        let name = "host::terminal::tests::what_is_typed_is_not_shown";
        let typist = std::process::Command::new("python3")
            .args(["-c", TYPIST])
            .arg(myself)
            .args(["--exact", name, "--include-ignored", "--nocapture"])
            .env("BOTO_TEST_ASKS", "1")
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&typist.stdout);
        assert!(typist.status.success() && said == "typed\n", "{said}{}", String::from_utf8_lossy(&typist.stderr));
    }
}
