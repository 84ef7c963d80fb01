mod inner {
    boto_core::service!(pub(self) "sqs", operations = [SendMessage]);
}

use inner::sqs::Sqs;

fn main() {}
