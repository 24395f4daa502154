using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.Development;

/// <summary>Every component of the face in its states, with invented data. Answers in the development environment only.</summary>
[AllowAnonymous]
public sealed class GalleryModel(IWebHostEnvironment environment) : PageModel
{
    /// <summary>Fields of the sample form.</summary>
    [BindProperty]
    public GalleryInput Input { get; set; } = new();

    /// <summary>Shows the components; <c>?errors=1</c> shows the form as it comes back.</summary>
    public IActionResult OnGet(bool errors = false)
    {
        if (!environment.IsDevelopment())
        {
            return NotFound();
        }

        if (errors)
        {
            ModelState.SetModelValue("Input.Renewable", "12,840,000", "12,840,000");
            ModelState.AddModelError("Input.Renewable", "可再生能源消费量 12,840,000 tce 大于年综合能源消费量 126,310 tce，请按电力折标系数换算后填写");
            ModelState.AddModelError("Input.Name", "请填写单位名称，与营业执照一致");
        }

        return Page();
    }
}

/// <summary>Fields of the sample form.</summary>
public sealed class GalleryInput
{
    /// <summary>Text.</summary>
    [Display(Name = "单位名称")]
    public string? Name { get; set; }

    /// <summary>Number.</summary>
    [Display(Name = "合格产品产量")]
    public decimal? Output { get; set; } = 1_150_000;

    /// <summary>Number in error.</summary>
    [Display(Name = "可再生能源消费量")]
    public decimal? Renewable { get; set; }

    /// <summary>Select.</summary>
    [Display(Name = "限额标准中的产品")]
    public string? Product { get; set; }

    /// <summary>Segments.</summary>
    [Display(Name = "区县核定")]
    public string? Verdict { get; set; } = "correct";

    /// <summary>Checkboxes.</summary>
    [Display(Name = "已建成并实际使用的功能")]
    public IReadOnlyList<string> Functions { get; set; } = ["1", "3"];

    /// <summary>Text area.</summary>
    [Display(Name = "理由（企业可见）")]
    public string? Reason { get; set; } = "合格产量应扣除委托加工和不合格品，见报告第 12 页表 3。";

    /// <summary>Checkbox.</summary>
    [Display(Name = "本单位承诺所填内容真实、准确、完整")]
    public bool Promise { get; set; }

    /// <summary>Date.</summary>
    [Display(Name = "现场核实日期")]
    public DateOnly? Visit { get; set; } = new(2026, 7, 15);

    /// <summary>File.</summary>
    [Display(Name = "证明材料")]
    public IFormFile? File { get; set; }
}
