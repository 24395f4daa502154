using System.ComponentModel.DataAnnotations;
using System.Text;
using GreenFactory.Application.Honours;
using GreenFactory.Application.PublicSite;
using GreenFactory.Application.Signing;
using GreenFactory.Domain.Shared;
using GreenFactory.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace GreenFactory.Web.Pages.Public;

/// <summary>Verifies a certificate, a hash or a downloaded list. At most six queries.</summary>
[EnableRateLimiting(RateLimits.PublicSearch)]
public sealed class VerifyModel(VerifyQuery units, HashLookupQuery hashes, CheckListFileHandler files, PublishedKeyQuery keys) : PageModel
{
    /// <summary>Largest list file, in bytes.</summary>
    public const int LargestFile = 4 * 1024 * 1024;

    /// <summary>Certificate number, credit code or hash.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "证书编号、信用代码或指纹")]
    public string? Code { get; set; }

    /// <summary>A downloaded list.</summary>
    [BindProperty]
    [Display(Name = "文件")]
    public IFormFile? Upload { get; set; }

    /// <summary>The unit found and its proof.</summary>
    public VerificationResult? Found { get; private set; }

    /// <summary>The keys that sign lists, the newest first.</summary>
    public IReadOnlyList<PinnedKey> Keys { get; private set; } = [];

    /// <summary>The document that has the hash.</summary>
    public KnownHash? Known { get; private set; }

    /// <summary>What the check of a file found.</summary>
    public ListFileCheck? Checked { get; private set; }

    /// <summary>Whether something was looked for.</summary>
    public bool IsAsked => !WrittenText.SaysNothing(Code);

    /// <summary>Looks a code up.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Keys = await keys.ForListsAsync(cancellation);
        // A fingerprint copied from paper brings spaces and line breaks along.
        if (ComparableText.Code(Code) is var dense && HashLookupQuery.IsHash(dense))
        {
            Known = await hashes.FindAsync(dense, cancellation);
        }
        else if (dense.Length > 0)
        {
            Found = await units.VerifyAsync(Code, cancellation);
        }
    }

    /// <summary>Checks a file; nothing of it is kept.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Keys = await keys.ForListsAsync(cancellation);
        if (Upload is null || Upload.Length == 0)
        {
            ModelState.AddModelError(nameof(Upload), "请选择下载的名单文件（JSON）。");
        }
        else if (Upload.Length > LargestFile)
        {
            ModelState.AddModelError(nameof(Upload), "文件超过 4 MB，不是平台发布的名单文件。");
        }
        else
        {
            using var reader = new StreamReader(Upload.OpenReadStream(), Encoding.UTF8);
            var checkedFile = await files.CheckAsync(await reader.ReadToEndAsync(cancellation), cancellation);
            if (checkedFile.Succeeded)
            {
                Checked = checkedFile.Value;
            }
            else
            {
                ModelState.AddModelError(nameof(Upload), checkedFile.Error.Message);
            }
        }

        return Page();
    }
}
