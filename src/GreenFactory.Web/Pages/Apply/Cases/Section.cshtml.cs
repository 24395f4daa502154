using System.ComponentModel.DataAnnotations;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using GreenFactory.Application.Declarations;
using GreenFactory.Application.Declarations.Form;
using GreenFactory.Domain.Shared;
using GreenFactory.Web.Face.Blocks;
using GreenFactory.Web.Face.Text;
using GreenFactory.Web.Hosting;
using GreenFactory.Web.Pages.Apply.Forms;
using GreenFactory.Web.Rendering;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.Apply.Cases;

/// <summary>One section of the declaration: profile, gates or an indicator group. It saves by itself and without a script.</summary>
public sealed class SectionModel(ApplicantCaseReader cases, EarlierYearsReader years, SaveSectionHandler save, ViewText views) : CasePage
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The section, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "章节")]
    public string Code { get; set; } = "";

    /// <summary>The form.</summary>
    public SectionForm Form { get; private set; } = null!;

    /// <summary>What the form is shown.</summary>
    public FormToken Token { get; private set; } = FormToken.Open(0);

    /// <summary>Fields that somebody else changed meanwhile.</summary>
    public IReadOnlyList<FieldConflict> Conflicts { get; private set; } = [];

    /// <summary>What was saved as the form is opened, for telling later what was touched.</summary>
    public string Shown { get; private set; } = "{}";

    /// <summary>The section after this one; null after the last.</summary>
    public string? Next { get; private set; }

    /// <summary>Whether the last press of a button led no further because something that was saved cannot be used; the page then begins with what it is.</summary>
    [TempData]
    public bool Stopped { get; set; }

    /// <summary>What became of moving a row, when it was not moved; null otherwise.</summary>
    [TempData]
    public string? NotMoved { get; set; }

    private IReadOnlyList<EarlierYear> earlier = [];

    /// <summary>Shows the section.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cases, cancellation))
        {
            return NotFound();
        }

        if (!SectionLayout.Knows(Work.RuleSet, Code))
        {
            return Work.RuleSet is null ? Redirect($"{Home}/rules") : NotFound();
        }

        earlier = await years.ReadAsync(Work, cancellation);
        Show();
        if (Stopped)
        {
            Refuse(Form.Progress.Errors.Select(note => new Error("section.faulty", note.Message, note.Field)));
        }

        return Page();
    }

    /// <summary>Saves what was typed: the fields that a script names, or the whole form.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var posted = Request.Form;
        var script = Request.IsBackground();
        var shown = script ? null : ReadShown(posted["shown"]);
        var names = script ? posted["changed"].OfType<string>() : shown!.Keys.Concat(posted.Keys.Where(name => FormField.Read(name) is not null));
        var values = names.Distinct().ToDictionary(name => name, name => (IReadOnlyList<string>)[.. posted[name].OfType<string>()]);
        var before = await cases.ReadAsync(Key, cancellation);
        var warned = before is not null && SectionLayout.Knows(before.RuleSet, Code) ? Warned(before) : [];
        var command = new SaveSection(Key, Code, FormToken.Read(posted["version"]), values, shown, SaveKey.Read(posted["key"]))
        {
            Former = [.. posted["former"].OfType<string>()],
        };
        var outcome = await save.HandleAsync(command, cancellation);
        if (!await LoadAsync(cases, cancellation) || !SectionLayout.Knows(Work.RuleSet, Code))
        {
            return NotFound();
        }

        earlier = await years.ReadAsync(Work, cancellation);
        return script ? await AnswerAsync(outcome, values.Keys, warned, posted["next"], cancellation) : await RespondAsync(outcome, values, posted["next"], cancellation);
    }

    private async Task<IActionResult> RespondAsync(Result<SectionSaved> outcome, Dictionary<string, IReadOnlyList<string>> typed, string? next, CancellationToken cancellation)
    {
        if (!outcome.Succeeded)
        {
            Refuse(outcome.Errors);
            return Show();
        }

        if (outcome.Value.Locked.Count > 0)
        {
            Show();
            Refuse(outcome.Value.Locked.Select(field => ApplicantErrors.NotReturned(Label(field), FormField.IdOf(field))));
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        Show();
        if (outcome.Value.Conflicts.Count > 0)
        {
            Conflicts = outcome.Value.Conflicts;
            Response.StatusCode = StatusCodes.Status409Conflict;
        }

        if (outcome.Value.Refused.Count > 0)
        {
            Form = SectionForm.Of(Work, Code, outcome.Value.Refused.ToDictionary(note => note.Field, note => new RefusedAnswer(typed[note.Field], note.Message)), earlier);
            Refuse(outcome.Value.Refused.Select(note => new Error("section.too_long", $"“{Label(note.Field)}”{note.Message}", note.Field)));
            Response.StatusCode = Conflicts.Count > 0 ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        }

        return Conflicts.Count > 0 || outcome.Value.Refused.Count > 0 ? Page() : Redirect(await AfterAsync(next, cancellation));
    }

    /// <summary>Where a saved form leads: a button of a row does its work, and a section with answers that cannot be used stays and says which.</summary>
    private async Task<string> AfterAsync(string? next, CancellationToken cancellation)
    {
        var here = CaseTasks.Path(Work, Code);
        if (RowCommand.Read(next) is { } command)
        {
            return await ArrangeAsync(command, here, cancellation);
        }

        var part = Form.Progress;
        if (part.Errors.Count > 0)
        {
            Stopped = true;
            return here;
        }

        if (next?.Split('.') is ["add", var list] && Form.AllRows().FirstOrDefault(rows => rows.Code == list) is { } grown)
        {
            return $"{here}?moved={Revision}#{grown.Rows[^1].Anchor}";
        }

        var open = part.Missing.Count + part.Unexplained.Count;
        Done = $"已保存“{CaseTasks.Name(Work, Code)}”。{(open > 0 ? $"这一部分还有 {open} 项待补充，可以稍后回来填写。" : null)}";
        return next is "stay" ? here
            : Next is null ? $"{Home}/check"
            : Next == "rules" ? $"{Home}/rules"
            : CaseTasks.Path(Work, Next);
    }

    /// <summary>Moves a row, or leads to the page that asks before one is deleted.</summary>
    private async Task<string> ArrangeAsync(RowCommand command, string here, CancellationToken cancellation)
    {
        if (command.Move is RowMove.Remove)
        {
            return $"{here}/rows/{command.Group}/{command.Row}/remove";
        }

        var outcome = await save.HandleAsync(RowMoves.Command(Work, Code, command.Group, command.Row, command.Move, Revision), cancellation);
        if (!outcome.Succeeded || outcome.Value.HasObstacle)
        {
            NotMoved = outcome.Succeeded ? RowMoves.Disturbed(outcome.Value) : outcome.Error.Message;
            return here;
        }

        var row = command.Row + (command.Move is RowMove.Up ? -1 : 1);
        return $"{here}?moved={outcome.Value.Revision}#{RowView.AnchorOf(command.Group, row)}";
    }

    private async Task<IActionResult> AnswerAsync(
        Result<SectionSaved> outcome, IEnumerable<string> changed, IReadOnlySet<string> warned, string? next, CancellationToken cancellation)
    {
        if (!outcome.Succeeded)
        {
            return new JsonResult(new { message = outcome.Error.Message }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        Show();
        var (saved, fields) = (outcome.Value, changed.ToHashSet());
        var problems = Form.AllFields().Where(field => field.Error is not null && fields.Contains(field.Name)).ToDictionary(field => field.Name, field => field.Error);
        var refused = saved.Refused.Concat(saved.Locked.Select(field => new SectionNote(field, ApplicantErrors.NotReturned(Label(field)).Message))).ToList();
        foreach (var note in refused)
        {
            problems[note.Field] = note.Message;
        }

        var complete = saved.Conflicts.Count == 0 && refused.Count == 0;
        return new JsonResult(new
        {
            savedAt = DateText.Clock(Work.SavedAt ?? default),
            revision = saved.Revision,
            standing = saved.Standing,
            live = await LiveAsync(fields, warned),
            problems,
            asked = Form.AllFields().Where(field => field.Conditional).Select(field => (field.Name, field.Hidden))
                .Concat(Form.AllRows().Where(rows => rows.Conditional).Select(rows => (Name: rows.Id, rows.Hidden))).ToDictionary(part => part.Name, part => !part.Hidden),
            refused = refused.Select(note => note.Field),
            conflicts = saved.Conflicts.Select(conflict => new
            {
                field = conflict.Field,
                label = Label(conflict.Field),
                theirs = conflict.Theirs,
                byName = conflict.ByName,
            }),
            location = complete && next is not null ? Url.Content("~" + await AfterAsync(next, cancellation)) : null,
        })
        {
            StatusCode = saved.Conflicts.Count > 0 ? StatusCodes.Status409Conflict : StatusCodes.Status200OK,
        };
    }

    private async Task<Dictionary<string, string>> LiveAsync(HashSet<string> changed, IReadOnlySet<string> warned)
    {
        var live = new Dictionary<string, string>();
        foreach (var card in Form.Indicators)
        {
            live[$"head-{card.Code}"] = await views.RenderAsync(PageContext, "/Pages/Shared/_IndicatorHead.cshtml", card.Head);
            live[$"result-{card.Code}"] = await views.RenderAsync(PageContext, "/Pages/Apply/_IndicatorResult.cshtml", card.Result);
        }

        foreach (var row in Form.Indicators.SelectMany(card => card.Rows).SelectMany(rows => rows.Rows))
        {
            live[row.Live] = HtmlEncoder.Default.Encode(row.Result);
        }

        foreach (var field in Form.AllFields().Where(field => field.Input is FieldInput.Number))
        {
            live[field.LiveReading] = HtmlEncoder.Default.Encode(field.Reading);
        }

        if (Form.Score is { } score)
        {
            live["score"] = await views.RenderAsync(PageContext, "/Pages/Shared/_LiveScore.cshtml", score);
            live["dock"] = await views.RenderAsync(PageContext, "/Pages/Apply/_StepDock.cshtml", score);
        }

        var now = Warned(Work);
        foreach (var field in Form.AllFields().Where(field => changed.Contains(field.Name) && now.Contains(field.Name) != warned.Contains(field.Name)))
        {
            live[$"note-{field.Name}"] = field.Warning is null
                ? ""
                : await views.RenderAsync(PageContext, "/Pages/Shared/_Justification.cshtml", new Justification(field.Field.Justification.Name, field.Warning, field.Justified));
        }

        return live;
    }

    /// <summary>The section's revision as it was read.</summary>
    private int Revision => Work.Sections.TryGetValue(Code, out var section) ? section.Revision : 0;

    private HashSet<string> Warned(ApplicantCase work) => [.. CaseProgress.Of(work).First(part => part.Code == Code).Warnings.Select(note => note.Field)];

    private PageResult Show()
    {
        Form = SectionForm.Of(Work, Code, earlier: earlier);
        Shown = JsonSerializer.Serialize(Form.AllFields().Where(row => !row.Locked).SelectMany(Named).ToDictionary(shown => shown.Name, shown => shown.Values), Json);
        Token = FormToken.Open(Revision);
        var order = CaseProgress.Of(Work).Select(part => part.Code).ToList();
        var place = order.IndexOf(Code);
        Next = Work.RuleSet is null ? "rules" : place + 1 < order.Count ? order[place + 1] : null;
        return Page();
    }

    /// <summary>The label of a field, for messages.</summary>
    public string Label(string field)
    {
        var place = FormField.Read(field);
        var owner = place?.Owner.Name ?? field;
        var label = Form.AllFields().FirstOrDefault(row => row.Name == owner)?.Label ?? owner;
        return place is { IsJustification: true } ? $"{label}的说明" : label;
    }

    /// <summary>What was typed into a field, in the words of the form.</summary>
    public string Say(string field, IReadOnlyList<string> values) => Work.RuleSet is { } ruleSet
        ? FieldWords.Say(ruleSet.RuleSet, Work.Organisation.Kind, field, values)
        : values.Count == 0 ? FieldWords.Nothing : string.Join("、", values);

    private static IEnumerable<(string Name, IReadOnlyList<string> Values)> Named(FieldView field) =>
        field.Warning is null
            ? [(field.Name, field.Values)]
            : [(field.Name, field.Values), (field.Field.Justification.Name, field.Justified.Length > 0 ? [field.Justified] : [])];

    private static Dictionary<string, IReadOnlyList<string>> ReadShown(string? json)
    {
        try
        {
            return (JsonSerializer.Deserialize<Dictionary<string, string[]>>(json ?? "{}", Json) ?? []).ToDictionary(field => field.Key, field => (IReadOnlyList<string>)field.Value);
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
