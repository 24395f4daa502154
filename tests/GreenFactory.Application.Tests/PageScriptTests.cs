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

    [Fact]
    public async Task A_draft_in_a_list_follows_its_row_and_not_its_place()
    {
        const string List = """
            const list = (...ids) => ({ elements: ids.flatMap((id, i) => [{ type: "hidden", name: `Items[${i}].Id`, value: id }, { type: "hidden", name: `Items[${i}].Seen`, value: `${i}` }, { type: "text", name: `Items[${i}].Reason` }]) });
            console.log(keyOf(list("a", "b"), "Items[1].Reason") === keyOf(list("b"), "Items[0].Reason"),
              keyOf(list("a", "b"), "Items[1].Reason") === keyOf(list("a", "c"), "Items[1].Reason"),
              keyOf({ elements: [] }, "Items[1].Reason"), keyOf(list("a"), "Common.In"));
            """;

        Assert.Equal("true false Items[1].Reason Common.In", (await PageScript.RunAsync("fields.js", "", List)).Trim());
    }
}
