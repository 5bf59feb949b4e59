//! Policies begin from a starter text, a file, or an empty page; and a statement is none of them.

use testkit::on_each_engine;

use crate::published::count;

on_each_engine! {
    async fn a_markdown_file_becomes_a_draft_once(firm: Firm) {
        let text = b"# Backup\n\nWe restore, and not only save.\n\n## Duties\n\n- IT restores a file each month.\n".to_vec();
        for _ in 0..2 {
            let fields = [("title", "Backup"), ("kind", "topic-policy"), ("language", "en")];
            let page = firm.infosec.upload("/policies/import", "backup.md", text.clone(), &fields).await?.ok()?;
            assert!(page.text().contains("one duty listed"), "{}", page.text());
        }
        assert_eq!(count(&firm, "SELECT count(*) FROM document").await?, 1);
    }

    async fn a_file_that_is_none_is_refused_with_a_sentence(firm: Firm) {
        let fields = [("title", "Backup"), ("kind", "topic-policy"), ("language", "en")];
        let program = b"\x7fELF\x02\x01\x01\0\0\0".to_vec();
        firm.infosec.upload("/policies/import", "policy.docx", program, &fields).await?.refused()?;
        assert_eq!(count(&firm, "SELECT count(*) FROM document").await?, 0);
    }

    async fn an_empty_page_has_its_title_and_the_heading_of_its_duties(firm: Firm) {
        let fields = [("title", "Suppliers"), ("kind", "guideline"), ("language", "en"), ("starter", "")];
        let to = firm.infosec.post("/policies", &fields).await?.sent_on()?.location()?;
        let page = firm.infosec.get(&to).await?.ok()?.text();
        assert!(page.contains("# Suppliers") && page.contains("## Duties"), "{page}");
        let untitled = [("title", " "), ("kind", "guideline"), ("language", "en")];
        firm.infosec.post("/policies", &untitled).await?.refused()?;
    }

    async fn only_those_who_direct_begin_a_policy(firm: Firm) {
        let fields = [("title", "Mine"), ("kind", "topic-policy"), ("language", "en")];
        for client in [&firm.employee, &firm.auditor, &firm.admin, &firm.ceo] {
            assert_eq!(client.post("/policies", &fields).await?.status, 403);
        }
        assert_eq!(count(&firm, "SELECT count(*) FROM document").await?, 0);
    }

    async fn a_statement_is_no_policy(firm: Firm) {
        let fields = [("title", "Mine"), ("kind", "statement"), ("language", "en")];
        assert_eq!(firm.infosec.post("/policies", &fields).await?.status, 404);
        let (document, _) = crate::published::publish(&firm, "Statement").await?;
        assert_eq!(firm.infosec.get(&format!("/policies/{document}")).await?.status, 404);
    }
}
