using GreenFactory.Application.Ports.Files;
using GreenFactory.Samples.Histories;
using GreenFactory.Samples.Invented;

namespace GreenFactory.Samples;

/// <summary>Puts the invented files into the store once; every case of the year points to them by their hash.</summary>
internal sealed class PaperShelf
{
    /// <summary>How many photographs there are.</summary>
    public const int Photographs = 6;

    private readonly Dictionary<string, StoredPaper> papers = [];
    private readonly List<StoredPaper> photographs = [];

    /// <summary>Keeps the files for these kinds of evidence.</summary>
    public static async Task<PaperShelf> FillAsync(IFileStore store, MunicipalityFolder folder, IEnumerable<string> kinds, CancellationToken cancellation)
    {
        var shelf = new PaperShelf();
        foreach (var kind in kinds.Distinct().Order(StringComparer.Ordinal))
        {
            shelf.papers[kind] = await KeepAsync(store, folder, Write(kind), cancellation);
        }

        for (var number = 1; number <= Photographs; number++)
        {
            shelf.photographs.Add(await KeepAsync(store, folder, Picture.Of(number), cancellation));
        }

        return shelf;
    }

    /// <summary>The file that proves this kind of evidence.</summary>
    public StoredPaper For(string kind) => papers[kind];

    /// <summary>A photograph.</summary>
    public StoredPaper Photograph(int number) => photographs[number];

    private static Paper Write(string kind)
    {
        var name = string.Concat(kind.Split('/', '\\', ':', '*', '?', '"', '<', '>', '|'));
        return kind switch
        {
            _ when kind.Contains("B204-1", StringComparison.Ordinal) => Papers.Workbook(name, [
                ["表 B204-1 工业产销总值及主要产品产量（演示）"], ["指标名称", "计量单位", "代码", "本年实际", "上年实际"],
                ["工业总产值（当年价格）", "万元", "01", "36500.0", "34120.0"], ["工业销售产值（当年价格）", "万元", "02", "35900.0", "33600.0"], ["其中：出口交货值", "万元", "03", "4200.0", "3900.0"]]),
            _ when kind.Contains("205-", StringComparison.Ordinal) => Papers.Workbook(name, [
                [kind.Contains("205-2", StringComparison.Ordinal) ? "表 205-2 能源加工转换与回收利用（演示）" : "表 205-1 能源购进、消费与库存（演示）"], ["能源名称", "计量单位", "购进量", "工业生产消费", "期末库存", "折标准煤系数"],
                ["电力", "万千瓦时", "2150.0", "2150.0", "—", "1.229"], ["天然气", "万立方米", "118.0", "118.0", "—", "13.30"], ["柴油", "吨", "36.0", "35.5", "0.5", "1.4571"]]),
            _ => Papers.Pdf(name, "本文件为演示数据，由程序生成，不代表任何真实单位。", $"材料：{kind}", "出具日期：2026年5月20日", "（盖章处）"),
        };
    }

    private static async Task<StoredPaper> KeepAsync(IFileStore store, MunicipalityFolder folder, Paper paper, CancellationToken cancellation)
    {
        using var content = new MemoryStream(paper.Content);
        return await store.StoreAsync(folder, content, FileLimits.Default, cancellation) is StoreResult.Stored stored
            ? new StoredPaper(paper.Name, paper.MediaType, stored.Bytes, stored.Hash.Hex, "仅基本特征检查")
            : throw new SampleRefusedException($"The file store refused the sample file '{paper.Name}'.");
    }
}
