//! Groups and those who stand for one named before: 多位委员, 与会代表, 该公司, 这位负责人.

use super::class::Class;
use super::phrase::{Phrase, Sort};
use super::token::Token;

/// What may stand between a quantity and the noun of its group.
const BETWEEN: Class =
    Class::NOUN.union(Class::PLACE).union(Class::BODY_END).union(Class::ROLE_PART).union(Class::LATIN);

/// The noun of a group.
const HEAD: Class = Class::GROUP.union(Class::GROUP_NOUN);

/// Words between a quantity and its noun that say why no name is given: 一位不愿具名的投资人.
const RETICENCE: [&str; 11] =
    ["不愿", "不愿意", "具名", "透露", "姓名", "不具名", "匿名", "要求", "不愿具名", "不愿透露", "的"];

/// How many tokens may stand between a quantity or a pointing word and its noun.
const REACH: usize = 7;

/// Returns the group that starts at the token `first`: with a quantity, or as a word that is one.
pub(super) fn group_at(text: &str, tokens: &[Token], first: usize) -> Option<Phrase> {
    let token = tokens.get(first)?;
    if token.is(Class::QUANTITY) {
        let head = head_after(text, tokens, first + 1, HEAD)?;
        let end = listed(tokens, head + 1);
        let exists = token.of(text).ends_with('有');
        let name = if exists { first + 1..end } else { first..end };
        return Some(Phrase { name, ..Phrase::bare(first..end, Sort::Group) });
    }
    token.is(Class::GROUP).then(|| Phrase::bare(first..listed(tokens, first + 1), Sort::Group))
}

/// Returns the noun phrase that starts with a pointing word at `first`: 该公司, 上述负责人.
pub(super) fn definite_at(text: &str, tokens: &[Token], first: usize) -> Option<Phrase> {
    let pointing = tokens.get(first)?;
    if pointing.of(text) == "其" {
        // 其代理律师: somebody of theirs.
        let head = head_after(text, tokens, first + 1, Class::ROLE | Class::UNNAMED)?;
        return Some(Phrase::bare(first..head + 1, Sort::Definite));
    }
    if !pointing.is(Class::DETERMINER) {
        return None;
    }
    let next = tokens.get(first + 1)?;
    let short = "委局部院校会社厅署司所行台报".contains(next.of(text));
    let head = if short && next.len() == 3 {
        first + 1
    } else {
        head_after(text, tokens, first + 1, HEAD | Class::ROLE | Class::BODY_END | Class::UNNAMED)?
    };
    Some(Phrase::bare(first..head + 1, Sort::Definite))
}

/// Returns the last noun of a group in the run of nouns from `from` on.
fn head_after(text: &str, tokens: &[Token], from: usize, heads: Class) -> Option<usize> {
    let mut head = None;
    for (at, token) in tokens.iter().enumerate().skip(from).take(REACH) {
        if RETICENCE.contains(&token.of(text)) {
            continue;
        }
        let is_head = token.is(heads) && !token.is(Class::MARK);
        if is_head {
            head = Some(at);
        } else if head.is_some() || token.is(Class::CUE.difference(Class::SAY_COMMA)) || !may_stand_between(token) {
            break;
        }
    }
    head
}

fn may_stand_between(token: &Token) -> bool {
    token.is(BETWEEN) || (token.len() == 3 && token.classes.difference(Class::GIVEN | Class::FOREIGN).is_empty())
}

/// Extends a group over what is listed with it: 人大代表、政协委员.
fn listed(tokens: &[Token], mut end: usize) -> usize {
    while tokens.get(end).is_some_and(|token| token.is(Class::LISTING | Class::CONJUNCTION))
        && tokens.get(end + 1).is_some_and(|token| token.is(HEAD))
    {
        end += 2;
    }
    end
}
