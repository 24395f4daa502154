using System.Security.Cryptography;
using System.Text;
using GreenFactory.Application.Ports.Files;
using GreenFactory.Infrastructure.Files;
using Xunit;

namespace GreenFactory.Application.Tests.Infrastructure;

public sealed class FolderFileStoreTests : IDisposable
{
    private static readonly MunicipalityFolder Chongqing = new("chongqing");
    private static readonly MunicipalityFolder Elsewhere = new("elsewhere");
    private readonly TemporaryFolder _folder = new();
    private readonly FolderFileStore _store;

    public FolderFileStoreTests() => _store = new FolderFileStore(_folder.Path, TimeProvider.System);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_is_found_by_the_hash_of_its_bytes_and_kept_once()
    {
        var bytes = RandomNumberGenerator.GetBytes(700_000);

        var first = Assert.IsType<StoreResult.Stored>(await StoreAsync(Chongqing, bytes));
        var second = Assert.IsType<StoreResult.Stored>(await StoreAsync(Chongqing, bytes));

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), first.Hash.Hex);
        Assert.Equal((700_000, false, true), (first.Bytes, first.AlreadyThere, second.AlreadyThere));
        Assert.Single(Files());
        await using var content = await _store.OpenAsync(Chongqing, first.Hash, Cancellation);
        Assert.Equal(bytes, await ReadAsync(content!));
    }

    [Fact]
    public async Task Another_municipality_neither_reads_the_file_nor_learns_that_it_exists()
    {
        var bytes = "环评批复"u8.ToArray();
        var stored = Assert.IsType<StoreResult.Stored>(await StoreAsync(Chongqing, bytes));

        Assert.Null(await _store.OpenAsync(Elsewhere, stored.Hash, Cancellation));
        Assert.Equal(FileState.Missing, await _store.VerifyAsync(Elsewhere, stored.Hash, Cancellation));
        Assert.False(await _store.QuarantineAsync(Elsewhere, stored.Hash, Cancellation));
        Assert.False(Assert.IsType<StoreResult.Stored>(await StoreAsync(Elsewhere, bytes)).AlreadyThere);
    }

    [Theory]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("chongqing\n")]
    public void A_municipality_folder_cannot_point_elsewhere(string name) =>
        Assert.Throws<ArgumentException>(() => new MunicipalityFolder(name));

    [Fact]
    public async Task A_file_of_300_MB_is_stopped_at_the_limit_without_being_read_to_its_end()
    {
        await using var upload = new EndlessUpload(300L * FileSize.Megabyte);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var refused = Assert.IsType<StoreResult.Refused>(
            await _store.StoreAsync(Chongqing, upload, new FileLimits(2 * FileSize.Megabyte), Cancellation));

        Assert.Equal(FileRefusals.TooLarge, refused.Refusal.Code);
        Assert.Contains("2 MB", refused.Refusal.Message, StringComparison.Ordinal);
        Assert.InRange(upload.BytesRead, 2 * FileSize.Megabyte, 3 * FileSize.Megabyte);
        Assert.Empty(Files());
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 16 * FileSize.Megabyte);
    }

    [Fact]
    public async Task A_broken_upload_leaves_nothing_behind()
    {
        await using var upload = new EndlessUpload(FileSize.Megabyte) { BreaksAfter = 300_000 };

        await Assert.ThrowsAsync<IOException>(() => _store.StoreAsync(Chongqing, upload, FileLimits.Default, Cancellation));

        Assert.Empty(Files());
    }

    [Fact]
    public async Task An_altered_file_is_noticed_before_its_last_bytes_are_handed_out()
    {
        var bytes = RandomNumberGenerator.GetBytes(400_000);
        var stored = Assert.IsType<StoreResult.Stored>(await StoreAsync(Chongqing, bytes));
        var path = Assert.Single(Files());
        var altered = (byte[])bytes.Clone();
        altered[10] ^= 1;
        await File.WriteAllBytesAsync(path, altered, Cancellation);

        await using (var content = await _store.OpenAsync(Chongqing, stored.Hash, Cancellation))
        {
            using var received = new MemoryStream();
            await Assert.ThrowsAsync<FileIntegrityException>(() => content!.CopyToAsync(received, 64 * 1024, Cancellation));
            Assert.True(received.Length < bytes.Length, "An altered file arrived whole.");
        }

        Assert.Equal(FileState.Altered, await _store.VerifyAsync(Chongqing, stored.Hash, Cancellation));
        await StoreAsync(Chongqing, bytes);
        Assert.Equal(FileState.Intact, await _store.VerifyAsync(Chongqing, stored.Hash, Cancellation));
    }

    [Fact]
    public async Task A_truncated_file_is_altered()
    {
        var stored = Assert.IsType<StoreResult.Stored>(await StoreAsync(Chongqing, RandomNumberGenerator.GetBytes(1000)));
        await File.WriteAllBytesAsync(Assert.Single(Files()), [], Cancellation);

        Assert.Equal(FileState.Altered, await _store.VerifyAsync(Chongqing, stored.Hash, Cancellation));
    }

    [Fact]
    public async Task A_quarantined_file_cannot_be_opened_or_uploaded_again()
    {
        var bytes = Encoding.UTF8.GetBytes("infected");
        var stored = Assert.IsType<StoreResult.Stored>(await StoreAsync(Chongqing, bytes));

        Assert.True(await _store.QuarantineAsync(Chongqing, stored.Hash, Cancellation));

        Assert.Null(await _store.OpenAsync(Chongqing, stored.Hash, Cancellation));
        Assert.Equal(FileState.Quarantined, await _store.VerifyAsync(Chongqing, stored.Hash, Cancellation));
        Assert.Equal(FileRefusals.Quarantined, Assert.IsType<StoreResult.Refused>(await StoreAsync(Chongqing, bytes)).Refusal.Code);
    }

    [Fact]
    public async Task Uploads_abandoned_by_a_killed_server_are_swept_after_a_day_and_running_ones_are_not()
    {
        var incoming = Directory.CreateDirectory(Path.Combine(_folder.Path, "chongqing", ".incoming")).FullName;
        var (abandoned, running) = (Path.Combine(incoming, "old"), Path.Combine(incoming, "new"));
        await File.WriteAllTextAsync(abandoned, "half", Cancellation);
        await File.WriteAllTextAsync(running, "half", Cancellation);
        File.SetLastWriteTimeUtc(abandoned, TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-2));

        await StoreAsync(Chongqing, [1]);

        Assert.False(File.Exists(abandoned));
        Assert.True(File.Exists(running));
    }

    [Fact]
    public async Task The_same_file_uploaded_many_times_at_once_is_whole()
    {
        var bytes = RandomNumberGenerator.GetBytes(200_000);

        var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => StoreAsync(Chongqing, bytes)));

        var hash = Assert.Single(results.Cast<StoreResult.Stored>().Select(stored => stored.Hash).Distinct());
        Assert.Equal(FileState.Intact, await _store.VerifyAsync(Chongqing, hash, Cancellation));
        Assert.Single(Files());
    }

    private static async Task<byte[]> ReadAsync(Stream content)
    {
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, Cancellation);
        return copy.ToArray();
    }

    private Task<StoreResult> StoreAsync(MunicipalityFolder folder, byte[] bytes) =>
        _store.StoreAsync(folder, new MemoryStream(bytes), FileLimits.Default, Cancellation);

    private string[] Files() => Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories);
}
