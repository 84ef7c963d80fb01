pub fn main() -> Result<(), String> {
    Ok(())
}
