using GreenFactory.Application.Audit;
using GreenFactory.Application.Declarations;
using GreenFactory.Application.Declarations.Form;
using GreenFactory.Application.Evidence;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Evidence;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Scoring;
using GreenFactory.Scoring.Evaluation;

namespace GreenFactory.Samples.Histories;

/// <summary>What an applicant does to a case. Each method writes what the use case of the same name writes.</summary>
/// <param name="planting">The year in the making.</param>
/// <param name="work">The case.</param>
internal sealed class ApplicantHistory(Planting planting, PlantedCase work)
{
    /// <summary>Begins the declaration and fixes its rule set.</summary>
    public void Begin(DateTimeOffset at)
    {
        var process = Run(ProcessKind.BeginDeclaration, at);
        var declaration = Declaration.Begin(new DeclarationId(process.NewId()), work.Campaign, work.Organisation, work.Purpose, work.Number, work.Signer.Id, at);
        work.Declaration = declaration;
        var set = work.RuleSet.RuleSet;
        if (work.Organisation.Kind is OrganisationKind.Park)
        {
            declaration.ChooseRuleSet(work.RuleSetVersion, null, $"本批次园区适用《{set.Title}》。");
        }

        planting.Store.Add(declaration);
        process.Record(EventKind.DeclarationBegun, declaration, $"建立申报 {work.Number}，经办人 {work.Signer.Name}");
        if (work.Industry is { } industry)
        {
            var choosing = Run(ProcessKind.ChooseRuleSet, at.AddMinutes(4));
            declaration.ChooseRuleSet(work.RuleSetVersion, industry.Code, ChooseRuleSetHandler.Explain(industry, new RuleSetCandidate(work.RuleSetVersion, set), 1, ""));
            choosing.Record(EventKind.RuleSetChosen, declaration, $"确定适用规则集：{set.Title}", details: new { industry.Code, RuleSet = set.Id, set.Version });
        }
    }

    /// <summary>Saves the answers of one section.</summary>
    /// <param name="section">The section.</param>
    /// <param name="at">When.</param>
    /// <param name="sits">Whether the person has begun to fill in within the hours of a sitting.</param>
    public void Save(string section, DateTimeOffset at, bool sits)
    {
        var process = Run(ProcessKind.SaveSection, at);
        var known = SectionLayout.Fields(work.Organisation.Kind, work.RuleSet.RuleSet, section).Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        if (!work.Sections.TryGetValue(section, out var saved))
        {
            saved = AnswerSection.Create(work.Declaration, section);
            planting.Store.Add(saved);
            work.Sections[section] = saved;
        }

        var before = SectionAnswers.Read(saved.Answers);
        var form = planting.Key(at).ToString("N")[..12];
        var changes = work.Typed.Where(field => known.Contains(field.Key) && !before.Values(field.Key).SequenceEqual(field.Value))
            .Select(field => KeyValuePair.Create(field.Key, new FieldAnswer(field.Value, saved.Revision + 1, form, work.Signer.Name)));
        saved.Save(before.With(changes).Write(), work.Signer.Id, work.Signer.Name, at);
        if (!sits)
        {
            process.Record(EventKind.AnswersEdited, work.Declaration, "填写申报内容", new { section = saved.SectionCode, saved.Revision });
        }
    }

    /// <summary>Adds a file that the scanner found clean.</summary>
    public void Upload(string subject, StoredPaper paper, DateTimeOffset at)
    {
        var process = Run(ProcessKind.UploadEvidence, at);
        var file = EvidenceFile.Create(
            new EvidenceId(process.NewId()), work.Declaration, subject, paper.Name, paper.MediaType, paper.Length, paper.Hash, work.Signer.Id, at);
        file.Scanned(ScanState.Clean, paper.ScanNote);
        planting.Store.Add(file);
        work.Evidence.Add(file);
        process.Record(
            EventKind.EvidenceUploaded, work.Declaration, $"上传材料“{file.FileName}”", new { evidence = file.Id.Value, subject = file.SubjectCode, hash = file.ContentHash, bytes = file.Length });
    }

    /// <summary>Signs and submits, for the first time or again after a return.</summary>
    public void Submit(DateTimeOffset at)
    {
        var again = work.Declaration.State is CaseState.Returned;
        var process = Run(ProcessKind.SubmitDeclaration, at);
        var facts = DeclaredFacts.From(work.RuleSet.RuleSet, field => work.Typed.GetValueOrDefault(field, []));
        work.Facts = facts.Facts;
        work.Demand(again || work.Campaign.IsOpen(at), "submitted outside the window");
        work.Demand(work.RuleSet.Missing(work.Facts) is { Count: 0 }, $"submitted with open questions: {work.RuleSet.Missing(work.Facts).FirstOrDefault()?.Path}");
        work.Take(again ? CaseAction.Resubmit : CaseAction.Submit, work.Signer, Role.ApplicantSigner, at);
        var (score, sheet) = ScoreStep.Freeze(planting, work, process, ScoreParty.Declared, work.Facts);
        work.Sheet = sheet;
        work.Demand(sheet.GatesPassed, "submitted without meeting the gates");
        var sequence = work.Submissions.Count + 1;
        var read = AsRead(facts, sheet);
        var snapshot = SubmissionSnapshot.Of(read);
        var changes = work.Submissions is [.., var last] ? CaseChanges.Between(work.RuleSet.RuleSet, work.Organisation.Kind, last, (snapshot, sheet)) : null;
        var submission = Submission.Create(
            new SubmissionId(planting.Key(at)), work.Declaration, sequence, string.Create(null, $"HZ-{work.Number}-{sequence}"), score, snapshot.Write(), QualitySignals.Of(read).Count, work.Signer.Id, work.Signer.Name, at);
        planting.Store.Add(submission);
        work.Submissions.Add((snapshot, sheet));
        process.Record(
            again ? EventKind.DeclarationResubmitted : EventKind.DeclarationSubmitted,
            work.Declaration,
            changes is null
                ? $"签署真实性承诺并提交，自评 {score.Total:0.00} 分，回执 {submission.ReceiptNumber}"
                : $"补正后重新提交，修改填报 {changes.Answers.Count} 处、材料 {changes.Files.Count} 份，自评 {changes.TotalBefore:0.00} → {score.Total:0.00} 分，回执 {submission.ReceiptNumber}",
            details: new { submission.ReceiptNumber, submission.ContentHash, changes });
    }

    /// <summary>Answers items of the latest return.</summary>
    public void Answer(IReadOnlyList<(ChangeRequestItem Item, string Answer)> answers, DateTimeOffset at)
    {
        var process = Run(ProcessKind.AnswerChangeRequest, at);
        foreach (var (item, answer) in answers)
        {
            item.AnswerWith(answer, work.Signer.Name, at);
        }

        process.Record(EventKind.CorrectionsAnswered, work.Declaration, $"答复补正事项 {answers.Count} 项", details: answers.Select(row => new { row.Item.Position, row.Item.Answer }).ToList());
    }

    /// <summary>Withdraws.</summary>
    public void Withdraw(string reason, DateTimeOffset at)
    {
        var process = Run(ProcessKind.WithdrawDeclaration, at, reason.Length > 0 ? reason : null);
        work.Take(CaseAction.Withdraw, work.Signer, Role.ApplicantSigner, at);
        process.Record(EventKind.DeclarationWithdrawn, work.Declaration, "申报单位撤回申报");
    }

    private RunningProcess Run(ProcessKind kind, DateTimeOffset at, string? reason = null) => planting.Run(kind, work.Signer, Desk.Apply, at, reason);

    private ApplicantCase AsRead(DeclaredFacts facts, ScoreSheet sheet) => new()
    {
        Declaration = work.Declaration,
        Campaign = work.Campaign,
        Organisation = work.Organisation,
        District = work.District,
        Deadline = work.Campaign.DistrictDeadline,
        WindowOpen = true,
        RuleSet = work.RuleSet,
        Sections = work.Sections,
        Answers = work.Sections.ToDictionary(section => section.Key, section => SectionAnswers.Read(section.Value.Answers)),
        Evidence = work.Evidence,
        Facts = facts,
        Sheet = sheet,
    };
}

/// <summary>A paper that lies in the store.</summary>
internal sealed record StoredPaper(string Name, string MediaType, long Length, string Hash, string ScanNote);
