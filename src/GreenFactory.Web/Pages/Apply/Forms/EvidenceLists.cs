using GreenFactory.Application.Declarations;
using GreenFactory.Application.Declarations.Form;
using GreenFactory.Domain.Evidence;
using GreenFactory.Web.Face.Blocks;

namespace GreenFactory.Web.Pages.Apply.Forms;

/// <summary>Makes the list of files below a gate or an indicator.</summary>
internal static class EvidenceLists
{
    /// <summary>The files of a subject; where none was given, what is wanted.</summary>
    /// <param name="work">The case.</param>
    /// <param name="subject">Code of the gate or indicator.</param>
    /// <param name="wanted">Documents that must be given.</param>
    public static EvidenceList Of(ApplicantCase work, string subject, IReadOnlyList<string> wanted)
    {
        var mayChange = work.Declaration.IsEditable && work.Unlocked.EvidenceOf(subject);
        var upload = $"/apply/{work.Declaration.Id.Value}/evidence/{subject}";
        var chips = work.EvidenceOf(subject).Select(file => Chip(file, mayChange)).ToList();
        if (!chips.Exists(chip => chip.State is not EvidenceState.Quarantined) && work.TypedText(FormField.OfExcuse(subject).Name).Length == 0)
        {
            chips.AddRange(wanted.Select(document => new EvidenceChip(document, EvidenceState.Missing) { Path = mayChange ? upload : null }));
        }

        return new EvidenceList(FormField.FilesOf(subject), chips) { AddPath = mayChange ? upload : null };
    }

    /// <summary>Everything that is wanted, in words; what is wanted only where it exists says so.</summary>
    public static IReadOnlyList<string> Words(IReadOnlyList<string> obligatory, IReadOnlyList<string> ifAny) => [.. obligatory, .. ifAny.Select(document => $"{document}（如有）")];

    private static EvidenceChip Chip(EvidenceFile file, bool mayChange) => new(file.FileName, file.Scan switch
    {
        ScanState.Clean => EvidenceState.Checked,
        ScanState.Quarantined => EvidenceState.Quarantined,
        _ => EvidenceState.Checking,
    })
    {
        Bytes = file.Length,
        Detail = file.Scan is ScanState.Clean ? file.ScanNote : null,
        Reason = file.Scan is ScanState.Quarantined ? file.ScanNote : null,
        Sha256 = file.ContentHash,
        Path = file.Scan is ScanState.Clean ? $"/apply/evidence/{file.Id.Value}" : null,
        RemovePath = mayChange ? $"/apply/{file.DeclarationId.Value}/evidence/{file.Id.Value}/remove" : null,
    };
}
