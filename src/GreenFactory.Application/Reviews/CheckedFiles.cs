using GreenFactory.Application.Access;
using GreenFactory.Application.Data;
using GreenFactory.Application.Evidence;
using GreenFactory.Application.Evidence.Inspection;
using GreenFactory.Application.Ports.Files;
using GreenFactory.Application.Ports.Scanning;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Reviews;

/// <summary>A file that passed its checks and lies in the store.</summary>
/// <param name="Name">Its cleaned name.</param>
/// <param name="Kind">Its type by content.</param>
/// <param name="Length">Length in bytes.</param>
/// <param name="Hash">Its address.</param>
public sealed record KeptFile(string Name, FileKind Kind, long Length, FileHash Hash);

/// <summary>A file ready to be sent.</summary>
/// <param name="Content">Its bytes; the caller disposes them.</param>
/// <param name="Name">Its name.</param>
/// <param name="MediaType">Its media type, found by content.</param>
public sealed record OpenedFile(Stream Content, string Name, string MediaType);

/// <summary>Keeps and opens the files of officers and departments: inspected by content and scanned before they are kept.</summary>
public sealed class CheckedFiles(PortalDbContext db, CurrentAccess access, IFileStore store, IVirusScanner scanner, FileLimits limits, HeldConnection held)
{
    /// <summary>Inspects, scans and keeps a file.</summary>
    public async Task<Result<KeptFile>> KeepAsync(Stream content, string fileName, IReadOnlyCollection<FileKind> kinds, CancellationToken cancellation)
    {
        var inspection = FileInspection.Inspect(content, fileName, limits, FileKinds.ShownOf(kinds));
        if (inspection is InspectionResult.Refused found)
        {
            return new Error(found.Refusal.Code, found.Refusal.Message);
        }

        var accepted = (InspectionResult.Accepted)inspection;
        if (!kinds.Contains(accepted.Kind))
        {
            return new Error("file.kind", $"此处不接收该类型的文件，可用格式：{FileKinds.ShownOf(kinds)}。");
        }

        held.GiveBack();
        var scan = await scanner.ScanAsync(content, cancellation);
        if (scan is not ScanResult.Clean)
        {
            return scan is ScanResult.Infected ? new Error("file.infected", "文件未通过安全检查，没有保存。请在本机杀毒后重新上传。")
                : scan is ScanResult.TooLong ? new Error(EvidenceErrors.TooLongToScan.Code, EvidenceErrors.TooLongToScan.Message)
                : new Error("file.not_scanned", "安全检查服务暂时不可用，文件没有保存。请稍后再传。");
        }

        content.Position = 0;
        return await store.StoreAsync(await FolderAsync(cancellation), content, limits, cancellation) switch
        {
            StoreResult.Stored stored => new KeptFile(accepted.Name, accepted.Kind, stored.Bytes, stored.Hash),
            StoreResult.Refused refused => new Error(refused.Refusal.Code, refused.Refusal.Message),
            var other => throw new InvalidOperationException(other.GetType().Name),
        };
    }

    /// <summary>Opens a kept file by its hash; the caller has read the hash from a row this person may see. Null when it is gone or quarantined.</summary>
    public async Task<OpenedFile?> OpenAsync(string contentHash, string name, string mediaType, CancellationToken cancellation) =>
        FileHash.TryParse(contentHash, out var hash) && await store.OpenAsync(await FolderAsync(cancellation), hash, cancellation) is { } content
            ? new OpenedFile(content, name, mediaType)
            : null;

    private async Task<MunicipalityFolder> FolderAsync(CancellationToken cancellation) =>
        new(await db.Municipalities.Where(row => row.Id == access.Scope.Municipality).Select(row => row.Code).FirstAsync(cancellation));
}
