using GreenFactory.Application.Declarations;
using GreenFactory.Application.Declarations.Form;
using GreenFactory.Domain.Evidence;
using GreenFactory.Scoring;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Web.Pages.Apply.Forms;
using Microsoft.AspNetCore.Mvc;

namespace GreenFactory.Web.Pages.Apply.Cases;

/// <summary>Whether a document that must be given is there.</summary>
public enum DocumentState
{
    /// <summary>Nothing is there yet.</summary>
    Missing,

    /// <summary>Files are there for what it proves.</summary>
    Given,

    /// <summary>The applicant said why there is none.</summary>
    Excused,

    /// <summary>The indicator earns no points or does not apply, so none is asked.</summary>
    NotAsked,
}

/// <summary>One document that must be given.</summary>
/// <param name="Document">The document.</param>
/// <param name="Subject">What it proves.</param>
/// <param name="Path">Where it is given.</param>
/// <param name="State">Whether it is there.</param>
/// <param name="Files">How many files prove the same.</param>
public sealed record DocumentLine(string Document, string Subject, string Path, DocumentState State, int Files);

/// <summary>Every document that the case must give, one line each.</summary>
public sealed class DocumentsModel(ApplicantCaseReader cases) : CasePage
{
    /// <summary>The documents, in the order of the form.</summary>
    public IReadOnlyList<DocumentLine> Lines { get; private set; } = [];

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cases, cancellation))
        {
            return NotFound();
        }

        if (Work is not { RuleSet.RuleSet: var set, Sheet: { } sheet })
        {
            return Redirect($"{Home}/rules");
        }

        Lines =
        [
            .. set.Gates.Where(CaseProgress.NeedsFile).SelectMany(gate => LinesOf(gate.Code, gate.Title, gate.Evidence, $"{Home}/evidence/{gate.Code}", isAsked: true)),
            .. set.Indicators.SelectMany(indicator => LinesOf(
                indicator.Code,
                IndicatorTitles.Of(indicator),
                indicator.Evidence,
                CaseTasks.PathOf(Work, indicator.Code),
                CaseProgress.NeedsFile(indicator, sheet.Indicators.First(row => row.Code == indicator.Code)))),
        ];
        return Page();
    }

    private IEnumerable<DocumentLine> LinesOf(string subject, string name, IReadOnlyList<string> documents, string path, bool isAsked)
    {
        var files = Work.EvidenceOf(subject).Count(file => file.Scan is not ScanState.Quarantined);
        var state = files > 0 ? DocumentState.Given
            : Work.TypedText(FormField.OfExcuse(subject).Name).Length > 0 ? DocumentState.Excused
            : isAsked ? DocumentState.Missing
            : DocumentState.NotAsked;
        return documents.Select(document => new DocumentLine(document, name, path, state, files));
    }
}
