using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Administration;
using GreenFactory.Application.Audit;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.Admin;

internal sealed class LogModel(ProcessLogQuery query) : PageModel
{
    [BindProperty(SupportsGet = true)]
    [Display(Name = "操作人")]
    public string? Actor { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "业务")]
    public ProcessKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "翻页位置")]
    public Guid? Before { get; set; }

    public bool Checked { get; private set; }

    public long? Broken { get; private set; }

    public IReadOnlyList<LogEntry> Entries { get; private set; } = [];

    public string? Next { get; private set; }

    public string? First => Url.Page("/Admin/Log", new { Actor, Kind });

    public async Task OnGetAsync(bool check, CancellationToken cancellation)
    {
        if (check)
        {
            Broken = await query.FirstBrokenEventAsync(cancellation);
            Checked = true;
        }

        var rows = await query.ReadAsync(Actor, Kind, Before, cancellation);
        Entries = [.. rows.Take(ProcessLogQuery.PageSize)];
        Next = rows.Count > ProcessLogQuery.PageSize ? Url.Page("/Admin/Log", new { Actor, Kind, before = Entries[^1].Id.Value }) : null;
    }
}
