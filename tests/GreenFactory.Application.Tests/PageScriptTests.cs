using System.Text.Json;
using GreenFactory.Domain.Shared;
using Xunit;

namespace GreenFactory.Application.Tests;

/// <summary>What a page says while somebody types is what the server will find.</summary>
public sealed class PageScriptTests
{
    [Fact]
    public async Task The_counter_beside_a_text_counts_as_the_server_does()
    {
        string[] texts = [
            "", "一", "一\n二", "一\r\n二", "一\r二", "\n\n", "\r\n\r\n", "\n\r", "𠮷野家", "👨‍👩‍👧", "e\u0301", "（示例）①", new string('字', 4100),
            $"{new string('字', 3999)}\n", "\r\n一\u3000\n", " \u200B\n", "\uFEFF一\uFEFF", "\u200B\u2800", "一\u0085", "\u180E一", "\u001C一"];

        var told = await PageScript.RunAsync(
            "counter.js", "globalThis.document = { querySelectorAll: () => [] };", $"console.log(JSON.stringify({JsonSerializer.Serialize(texts)}.map(count)));");

        Assert.Equal(texts.Select(WrittenText.Count), JsonSerializer.Deserialize<List<int>>(told)!);
    }
}
