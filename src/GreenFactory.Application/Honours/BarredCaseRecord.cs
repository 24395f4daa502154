using GreenFactory.Application.Audit;
using GreenFactory.Application.Messages;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Users;

namespace GreenFactory.Application.Honours;

/// <summary>The record of a case that ends because its unit is barred from the list.</summary>
internal static class BarredCaseRecord
{
    /// <summary>Records ground and date in the case, and tells applicant and district.</summary>
    public static void RecordBar(this RunningProcess process, Declaration declaration, ListBar bar, string outcome)
    {
        process.Record(EventKind.ListingBarred, declaration, $"{outcome}：{bar.Sentence}");
        process.Notify(declaration, Desk.Apply, outcome, $"{bar.Sentence}。对此有疑问的，请联系市级部门。", Destination.Case(declaration.Id));
        process.Notify(declaration, Desk.District, $"{declaration.CaseNumber} {outcome}", $"{bar.Sentence}。", Destination.Workbench(declaration.Id));
    }
}
