//! What makes a part of a page furniture by its own word: its element, its role, its class or its first words.

use super::page::Marks;

/// Words of classes and ids that name what surrounds an article. Whole words: `nav-bar` is one, `navigate` is not.
const CLASS_WORDS: [&str; 62] = [
    "ad",
    "ads",
    "advert",
    "advertisement",
    "banner",
    "breadcrumb",
    "breadcrumbs",
    "carousel",
    "consent",
    "cookie",
    "cookies",
    "copyright",
    "dialog",
    "dropdown",
    "footer",
    "gdpr",
    "hidden",
    "invisible",
    "language",
    "login",
    "masthead",
    "menu",
    "modal",
    "nav",
    "navbar",
    "navigation",
    "newsletter",
    "offcanvas",
    "overlay",
    "pager",
    "paginate",
    "pagination",
    "paywall",
    "popup",
    "print",
    "promo",
    "promotion",
    "recommend",
    "recommended",
    "recommendation",
    "recommendations",
    "related",
    "search",
    "share",
    "sharing",
    "sidebar",
    "signin",
    "signup",
    "skip",
    "skiplink",
    "social",
    "sponsor",
    "sponsored",
    "subscribe",
    "subscription",
    "tagcloud",
    "taglist",
    "tags",
    "toolbar",
    "tooltip",
    "topbar",
    "widget",
];

/// Classes and ids that name the article itself.
const MAIN_WORDS: [&str; 8] = [
    "articlebody",
    "article-body",
    "article-content",
    "entry-content",
    "post-content",
    "post-body",
    "story-body",
    "main-content",
];

/// Roles (WAI-ARIA) of what is not the content of a page.
const ROLES: [&str; 12] = [
    "navigation",
    "banner",
    "contentinfo",
    "complementary",
    "search",
    "dialog",
    "alertdialog",
    "alert",
    "menu",
    "menubar",
    "toolbar",
    "tablist",
];

/// How short lines of furniture begin or what they hold, lower case, where no element or class tells.
const PHRASES: [&str; 22] = [
    "accept all",
    "all rights reserved",
    "back to top",
    "cookie",
    "copyright ©",
    "follow us",
    "for more information, visit",
    "log in",
    "privacy policy",
    "read more",
    "share on",
    "share this",
    "sign in",
    "sign up",
    "skip to",
    "subscribe",
    "terms of use",
    "©",
    "icp备",
    "版权所有",
    "相关阅读",
    "责任编辑",
];

/// Furniture in words alone is short; a paragraph about cookies is not furniture.
const PHRASE_BYTES: usize = 160;

/// Returns the marks of an element after one more of its attributes.
pub(super) fn marked(mut marks: Marks, tag: &[u8], attribute: &[u8], value: &str) -> Marks {
    match attribute {
        b"hidden" => marks.hidden = true,
        b"aria-hidden" => marks.hidden |= value.eq_ignore_ascii_case("true"),
        b"style" => {
            let style: String = value.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_lowercase();
            marks.hidden |= style.contains("display:none") || style.contains("visibility:hidden");
        }
        b"role" => {
            let role = value.trim().to_ascii_lowercase();
            marks.furniture_role |= ROLES.contains(&role.as_str());
            marks.main |= role == "main" || role == "article";
        }
        b"class" | b"id" => {
            let is_frame = matches!(tag, b"html" | b"body" | b"main" | b"article");
            marks.furniture_class |= !is_frame && words(value).any(|word| CLASS_WORDS.contains(&word.as_str()));
            marks.main |=
                value.split_whitespace().any(|class| MAIN_WORDS.contains(&class.to_ascii_lowercase().as_str()));
        }
        b"itemprop" => marks.main |= value.eq_ignore_ascii_case("articleBody"),
        _ => {}
    }
    marks
}

/// Returns the words of a class, parted at marks and where lower case meets upper case: `siteFooter` has two.
fn words(class: &str) -> impl Iterator<Item = String> {
    let mut spaced = String::with_capacity(class.len() + 8);
    let mut was_lower = false;
    for c in class.chars() {
        if was_lower && c.is_ascii_uppercase() {
            spaced.push(' ');
        }
        was_lower = c.is_ascii_lowercase();
        spaced.push(if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { ' ' });
    }
    spaced.split_whitespace().map(str::to_owned).collect::<Vec<_>>().into_iter()
}

/// Tells the elements that are furniture by the standard's own word.
pub(super) fn is_furniture_element(name: &str) -> bool {
    matches!(name, "nav" | "footer" | "aside" | "button" | "dialog" | "menu" | "search")
}

/// Tells a short line that is furniture by its words.
pub(super) fn sounds_like_furniture(line: &str) -> bool {
    if line.len() > PHRASE_BYTES {
        return false;
    }
    let lower = line.to_lowercase();
    PHRASES.iter().any(|phrase| if phrase.len() < 8 { lower.starts_with(phrase) } else { lower.contains(phrase) })
}
