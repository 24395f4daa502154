namespace GreenFactory.Web.Pages.District;

/// <summary>A workbook as it leaves the desk.</summary>
internal static class WorkbookFile
{
    /// <summary>Media type of a workbook.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
}
