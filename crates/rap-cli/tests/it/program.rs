//! Runs the program in a folder of its own.

use std::path::PathBuf;
use std::process::{Command, Output};

/// A folder with papers, and the program to run in it.
pub(crate) struct Case {
    folder: tempfile::TempDir,
}

/// What a run printed and with which number it ended.
pub(crate) struct Outcome {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Case {
    /// Returns a folder with these files.
    pub(crate) fn of(files: &[(&str, &str)]) -> Self {
        let case = Self { folder: tempfile::tempdir().unwrap() };
        for (name, text) in files {
            case.write(name, text.as_bytes());
        }
        case
    }

    pub(crate) fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    /// Runs the program with these words, parted by spaces.
    pub(crate) fn run(&self, words: &str) -> Outcome {
        let output = self.command(words).output().unwrap();
        Outcome::of(&output)
    }

    pub(crate) fn command(&self, words: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rapporteur"));
        command.args(words.split_whitespace()).current_dir(self.folder.path()).env("NO_COLOR", "1");
        command
    }
}

impl Outcome {
    pub(crate) fn of(output: &Output) -> Self {
        Self {
            code: output.status.code().unwrap_or(-1),
            stdout: String::from_utf8(output.stdout.clone()).unwrap(),
            stderr: String::from_utf8(output.stderr.clone()).unwrap(),
        }
    }

    /// Asserts that the run went well, and returns what it printed.
    #[track_caller]
    pub(crate) fn ok(self) -> String {
        assert_eq!(self.code, 0, "{}", self.stderr);
        self.stdout
    }
}

/// A report of a meeting that never was.
pub(crate) const HEARING: &str = "\
Hearing on the Machine Intelligence Bill

On 3 March the Ministry of Digital Affairs of Verania held a hearing in Port Sallow. Representatives from Norvane Systems Ltd. and the Harbour Regulator attended the hearing.

Ilse Varn, general counsel of Norvane Systems Ltd., said that the definition of a system in the draft is far too wide. She suggested narrowing the scope of Article 3 to services.

Tomas Okerel, professor at the University of Eastmark, argued that training data should be exempt from copyright for research.
";

/// A submission in Chinese by a body that never was.
pub(crate) const LETTER: &str = "\
关于《机器智能法（草案）》的意见

澜州软件行业协会认为，草案对系统的定义过于宽泛。建议明确开源模型的责任边界。

林知遥会长指出，应当允许将公开数据用于模型训练。
";
