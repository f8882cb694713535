#!/usr/bin/env python3
"""Writes the DOCX and PDF papers of examples/ai-bill, all of them invented.

The files are committed; this script only documents how they were made. It needs python-docx, and for the PDF files
LibreOffice Writer with the fonts Liberation and WenQuanYi Micro Hei:

    python3 examples/make_ai_bill_office_files.py examples/ai-bill
"""

import datetime
import pathlib
import re
import subprocess
import sys

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

CORVANE = (datetime.datetime(2031, 4, 25), "en", "Corvane Systems: submission on the AI bill", "Corvane Systems plc · Submission on the AI bill", [
    ("h1", "Submission on the Artificial Intelligence (Development and Safety) Bill"),
    ("p", "Corvane Systems plc, Port Anselm, 25 April 2031"),
    ("p", "Corvane Systems builds forecasting and language systems for banks, utilities and public bodies. We employ "
          "4,200 people, 2,900 of them in Verania. We thank the Ministry of Digital Affairs for the opportunity to comment."),
    ("h2", "1. Definition"),
    ("p", "Clause 2 defines an artificial intelligence system as “any software, or any automated process, that produces "
          "forecasts, content or decisions”. This covers spreadsheets, thermostats and tide tables. The definition "
          "should be limited to systems that learn from data and act with some degree of autonomy. A list of exclusions "
          "would not be enough, because the next exclusion is always the one that nobody thought of."),
    ("h2", "2. Training data"),
    ("p", "Modern systems learn from billions of documents. Licensing each of them is impossible in practice: for most "
          "web pages nobody knows who the author is. We suggest that clause 17 permit the use of lawfully accessed works "
          "for training without a separate licence, subject to an opt-out that machines can read. The Ministry should "
          "also open the archives of public bodies under a single, free licence."),
    ("p", "Personal information that people have published themselves should be usable for training where it is not "
          "used to identify anyone."),
    ("h2", "3. Liability"),
    ("p", "Clause 31 makes the provider liable without fault for every harm to which a system contributes. We sell "
          "components. We cannot know whether a customer connects our forecast to a valve. Liability should follow "
          "control: the developer answers for defects of the model, the deployer for the way in which it is used."),
    ("p", "We further propose a safe harbour. A provider who has followed a recognised standard, kept logs and reported "
          "incidents in time should be presumed to have exercised due care."),
    ("h2", "4. Institutions"),
    ("p", "Today we file the same documentation with the Data Commission, the Communications Authority and our sector "
          "regulator. The bill would add a fourth address. A single window should receive all filings and pass them on. "
          "We are willing to second two engineers to help build it."),
    ("p", "Corvane Systems supports the bill’s aim. A clear law is worth more to us than a lenient one."),
    ("p", "Rosalind Achterberg, General Counsel"),
])

LUMENFOLD = (datetime.datetime(2031, 4, 27), "en", "Lumenfold on the AI bill", "Lumenfold Ltd", [
    ("h1", "Eleven people and a bill"),
    ("p", "Comments of Lumenfold Ltd, Kestrel Bay, 27 April 2031"),
    ("p", "We are eleven people who make a speech model for endangered languages. It is free. We live on training "
          "courses and one grant. Here is what the bill would mean for us, in hours."),
    ("table", [["Duty in the draft", "Clause", "Hours a year"], ["Registration of each version", "11", "120"],
               ["Risk file", "12", "340"], ["Annual audit", "13", "90"], ["Incident desk", "26", "730"]]),
    ("p", "That is two thirds of a colleague, and we do not have a colleague to spare."),
    ("h2", "What would help"),
    ("li", "Open-source models should be exempt from registration until somebody offers them as a commercial service."),
    ("li", "Companies with fewer than fifty employees should be allowed to use a short form of the risk file."),
    ("li", "The duties should begin with the third year of the law and not with the first."),
    ("h2", "What we can do in return"),
    ("p", "We will publish a model card, our test results and a list of our data sources with every release. We already "
          "do. If a version turns out to be dangerous, we will withdraw it within a day."),
    ("h2", "A worry"),
    ("p", "Matthias Fenwright said at the symposium that we may have to move. He was not bluffing. The draft does not "
          "say whether a volunteer abroad who fixes our code becomes a “provider” under clause 3. We would like the "
          "law to define who is the provider of a model that many people have written."),
    ("p", "For Lumenfold: Matthias Fenwright and Ysolde Karr"),
])

ALLIANCE = (datetime.datetime(2031, 4, 16), "en", "Position of the Verania AI Industry Alliance", "Verania AI Industry Alliance · Position paper 3/2031", [
    ("h1", "Position of the Verania AI Industry Alliance on the AI Bill"),
    ("p", "Adopted by the council of members on 16 April 2031"),
    ("p", "The Alliance has 143 member companies in both language communities. This paper states what all of them "
          "agree on. Where members disagree, we say so."),
    ("h2", "Common demands"),
    ("li", "The term “artificial intelligence system” should be defined narrowly and in line with international "
           "standards, so that ordinary software stays outside the law."),
    ("li", "Risk classes should be fixed by use and not by technology. Clause 9 needs a closed list."),
    ("li", "A text and data mining exception should allow the use of lawfully accessed works for training, with a "
           "machine-readable opt-out for rightsholders."),
    ("li", "Government departments should publish their data in formats that machines can read, in English and Chinese."),
    ("li", "Strict liability should be replaced by liability for fault with a duty to disclose evidence."),
    ("li", "One authority should receive all filings, and an approval by one authority should be recognised by the others."),
    ("li", "The transition period should be extended from six to twenty-four months."),
    ("h2", "Where members disagree"),
    ("p", "Members that provide commercial models believe that open-source models of great capability should meet the "
          "same safety duties as their own. Members that build on open models consider that this would end the local "
          "ecosystem. The council has taken no position."),
    ("h2", "Participation"),
    ("p", "Small companies were hardly heard. The Alliance asks the Ministry to hold a second symposium in Lanhai before "
          "the revised draft is sent to the Council of Ministers, and to publish a table that shows what became of each "
          "comment."),
    ("p", "Wilhelm Tarn, Secretary General"),
])

UNIVERSITY = (datetime.datetime(2031, 4, 29), "en", "Opinion of the School of Law, University of Port Anselm", "University of Port Anselm · School of Law", [
    ("h1", "Opinion on the consultation draft of the Artificial Intelligence (Development and Safety) Bill"),
    ("p", "School of Law, University of Port Anselm. Rapporteur: Professor Anselma Rietveld. 29 April 2031"),
    ("h2", "Summary"),
    ("p", "The School considers that Verania needs an act on artificial intelligence, and that the draft is a sound "
          "beginning. Four points call for correction."),
    ("h2", "A. A framework and not a code"),
    ("p", "The draft regulates in 94 clauses what will look different in three years. A framework act with principles, "
          "risk classes and powers would be preferable; details belong in ordinances that can be reviewed every two "
          "years. The act itself should contain a review clause."),
    ("h2", "B. Allocation of liability"),
    ("p", "Clause 31 treats the chain of developers, providers and deployers as one person. We propose a graduated "
          "system. For high-risk systems the burden of proof should be reversed. For all others the general law of "
          "negligence suffices. Deployers who use a system in a way that the developer has excluded must bear the loss. "
          "A minority of the School, led by Caspian Brandt, prefers strict liability with a statutory cap and "
          "compulsory insurance."),
    ("h2", "C. Works generated by machines"),
    ("p", "The bill is silent on whether generated works enjoy copyright. The School suggests that protection require a "
          "creative choice by a human being, and that mere prompts should not count as one. Otherwise courts will be "
          "asked to measure inspiration in tokens."),
    ("p", "For scientific research a mandatory exception for text and data mining is needed that contracts cannot "
          "override. University libraries are today advised not to let their own scholars count words."),
    ("h2", "D. Two authorities"),
    ("p", "The Data Commission (Part 4) and the AI Safety Office (Part 6) may both investigate the same incident, demand "
          "the same documents and impose separate fines. This may violate the rule that nobody is punished twice. "
          "Parliament should name a lead authority and oblige the other one to follow its findings of fact."),
    ("p", "We are grateful to Dr Noor Tamsin of Brightwater Health and to the clerks of the Medicines Board, who answered "
          "our questions. Mistakes are ours."),
])

PLAN = (datetime.datetime(2031, 1, 9), "en", "Legislative plan 2031", "Republic of Verania · Cabinet Office", [
    ("h1", "Legislative Plan of the Council of Ministers for 2031"),
    ("p", "Adopted on 9 January 2031. Extract: Part III, Digital Affairs"),
    ("p", "The Council of Ministers has resolved to submit the following bills to the House of Delegates in the course "
          "of the year. Bills marked P have priority for the spring session."),
    ("table", [["No.", "Bill", "Lead", "To Council", "First reading"],
               ["17", "Electronic Communications (Amendment) Bill (P)", "Ministry of Digital Affairs", "February", "March"],
               ["18", "Public Data Access Bill (P)", "Ministry of Digital Affairs with the Data Commission", "April", "June"],
               ["19", "Artificial Intelligence (Development and Safety) Bill", "Ministry of Digital Affairs", "third quarter", "November"],
               ["20", "Copyright (Review) Bill", "Ministry of Justice with the Intellectual Property Office", "fourth quarter", "2032"]]),
    ("h2", "Remarks on No. 19"),
    ("p", "The consultation draft will be published on 20 January. The Ministry of Digital Affairs will hold symposia in "
          "both official languages and will report on the comments received. The bill was listed for 2030 and was not "
          "submitted in that year."),
    ("p", "The Council expects that No. 19 and No. 20 will be coordinated where they concern the use of works for training."),
])

LANTU = (datetime.datetime(2031, 4, 21), "zh", "澜图科技意见", "澜图科技有限公司", [
    ("h1", "澜图科技有限公司对《人工智能（发展与安全）法案》的意见"),
    ("p", "数字事务部："),
    ("p", "澜图科技成立于2019年，总部位于澜海市，主要从事中文大模型的研发和服务。我们支持尽快出台人工智能法，现就征求意见稿提出以下意见。"),
    ("h2", "一、关于定义"),
    ("p", "第二条将“任何自动化过程”纳入定义，范围过宽。建议将“人工智能系统”限定为能够从数据中学习并具有一定自主性的系统，把普通软件排除在外。"),
    ("h2", "二、关于训练数据"),
    ("p", "中文语料的数量和质量都明显不足。建议：（一）将为训练目的使用合法获取的作品规定为合理使用；（二）加快公共数据开放，由政府出资建设双语公共语料库；（三）明确已公开的个人信息可以用于训练，但不得用于识别特定个人。"),
    ("h2", "三、关于开源"),
    ("p", "我们每年开源两个基础模型。开源模型免费提供、代码公开，风险主要产生于下游使用环节。建议对非商业性的开源模型豁免登记义务，由提供商业服务的企业承担相应责任。"),
    ("h2", "四、关于责任"),
    ("p", "第三十一条的严格责任没有区分开发者和部署者。应当按照控制能力分配责任，并为符合国家标准、保存日志、及时报告事故的企业设立合规免责制度。"),
    ("h2", "五、关于监管协调"),
    ("p", "目前同一产品需要向数据委员会、通信管理局和行业主管部门分别备案。希望设立统一的备案窗口，各部门结果互认。"),
    ("p", "澜图科技承诺，自法案生效之日起公开所有模型的说明文档，并接受第三方安全评估。"),
    ("p", "澜图科技有限公司"),
    ("p", "2031年4月21日"),
])

LANHAI_ALLIANCE = (datetime.datetime(2031, 4, 24), "zh", "澜海人工智能产业促进会意见", "澜海人工智能产业促进会", [
    ("h1", "澜海人工智能产业促进会关于人工智能法案的建议"),
    ("p", "2031年4月24日"),
    ("p", "澜海人工智能产业促进会由七十八家企业组成。促进会于3月至4月走访会员三十余家，收到书面建议五十二条，经整理，主要集中在以下方面。"),
    ("h2", "一、立法路径"),
    ("p", "多数会员认为，人工智能技术变化快，宜采用框架性立法，先确立基本原则和风险分级制度，细则由配套规章规定，并定期评估修订。部分会员担心过早立法会抑制创新。"),
    ("h2", "二、数据与版权"),
    ("p", "会员普遍反映数据获取难、合规成本高。建议增设文本与数据挖掘例外，允许将合法获取的作品用于训练，权利人可以声明保留。关于人工智能生成内容，应当明确达到独创性要求的可以受到著作权保护。"),
    ("h2", "三、责任与保险"),
    ("p", "严格责任会使中小企业无法投保。建议以过错责任为原则，对高风险系统实行举证责任倒置，并设定赔偿限额。"),
    ("h2", "四、机构协调"),
    ("p", "数据委员会与人工智能安全办公室职责交叉，一起事故可能被重复调查、重复处罚。应当明确牵头部门，实行统一备案、统一报告。"),
    ("h2", "五、过渡期"),
    ("p", "现行草案规定的六个月过渡期过短，建议延长至二十四个月，并对小微企业适当放宽。"),
    ("p", "促进会会长聂怀谷表示，会员愿意参与标准制定，也希望在提交内阁之前再次听取企业意见。"),
])

FILES = {
    "submission-corvane.pdf": CORVANE,
    "submission-lumenfold.docx": LUMENFOLD,
    "submission-industry-alliance.docx": ALLIANCE,
    "submission-university.pdf": UNIVERSITY,
    "legislative-plan.pdf": PLAN,
    "submission-lantu.docx": LANTU,
    "submission-lanhai-alliance.pdf": LANHAI_ALLIANCE,
}
STYLES = {"h1": "Heading 1", "h2": "Heading 2", "p": "Normal", "li": "List Number"}


def set_fonts(document, language):
    latin, han = "Liberation Serif", "WenQuanYi Micro Hei"
    for name in ("Normal", "Heading 1", "Heading 2", "List Number", "Header", "Footer"):
        style = document.styles[name]
        style.font.name = latin
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), han)
    document.styles["Normal"].font.size = Pt(11)
    document.core_properties.language = {"en": "en-GB", "zh": "zh-CN"}[language]


def add_page_number(paragraph):
    run = paragraph.add_run()
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        element = OxmlElement("w:instrText" if text else "w:fldChar")
        if text:
            element.text = text
        else:
            element.set(qn("w:fldCharType"), kind)
        run._r.append(element)


def add_table(document, rows):
    table = document.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    for row in rows:
        for cell, words in zip(table.add_row().cells, row):
            cell.text = words


def write_docx(path, date, language, title, header, blocks):
    document = Document()
    set_fonts(document, language)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title, header.split(" · ")[0], "Fictional; an example of Rapporteur"
    properties.created = properties.modified = date
    section = document.sections[0]
    section.header.paragraphs[0].text = header
    add_page_number(section.footer.paragraphs[0])
    for kind, content in blocks:
        if kind == "table":
            add_table(document, content)
        else:
            document.add_paragraph(content, style=STYLES[kind])
    document.save(path)


def set_pdf_date(path, date):
    """Puts the date of the paper in place of the day on which it was converted; the length stays."""
    stamp = date.strftime("/CreationDate(D:%Y%m%d").encode()
    path.write_bytes(re.sub(rb"/CreationDate\(D:\d{8}", stamp, path.read_bytes()))


def main(folder):
    for name, (date, language, title, header, blocks) in FILES.items():
        path = pathlib.Path(folder) / name
        write_docx(path.with_suffix(".docx"), date, language, title, header, blocks)
        if path.suffix == ".pdf":
            subprocess.run(["soffice", "--headless", "--convert-to", "pdf", "--outdir", folder,
                            str(path.with_suffix(".docx"))], check=True)
            path.with_suffix(".docx").unlink()
            set_pdf_date(path, date)


if __name__ == "__main__":
    main(sys.argv[1])
