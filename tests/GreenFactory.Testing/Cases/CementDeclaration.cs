using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using GreenFactory.Application.Seeding;

namespace GreenFactory.Testing.Cases;

/// <summary>Fills in the declaration of the cement works on its pages as its signer does: section by section, with a file where one must be.</summary>
/// <param name="signer">Where the signer is signed in.</param>
/// <param name="home">Address of the task list.</param>
public sealed class CementDeclaration(Browser signer, string home)
{
    private static readonly string[] Sections = ["gates", "energy", "resources", "clean", "products", "land"];

    /// <summary>A file that is a PDF by its content.</summary>
    public static byte[] Pdf { get; } = SmallPdf.Saying("evidence");

    /// <summary>Address of the task list.</summary>
    public string Home => home;

    /// <summary>Begins a declaration and fixes its rule set.</summary>
    /// <param name="signer">Where the signer is signed in.</param>
    /// <param name="ruleSet">How the title of the set begins, where several fit; the one that stands chosen otherwise.</param>
    public static async Task<CementDeclaration> BeginAsync(Browser signer, string? ruleSet = null)
    {
        await signer.GetAsync("/apply");
        var begun = await signer.SubmitAsync("main form", new() { ["purpose"] = "NewEntry" });
        var declaration = new CementDeclaration(signer, begun.Headers.Location!.ToString());
        await signer.GetAsync($"{declaration.Home}/rules?industry=3011");
        var chosen = signer.Page.QuerySelectorAll("main form.gf-sec label").SingleOrDefault(label => ruleSet is not null && label.TextContent.StartsWith(ruleSet, StringComparison.Ordinal));
        var values = chosen is null ? [] : new Dictionary<string, string> { ["RuleSet"] = signer.Page.GetElementById(chosen.GetAttribute("for")!)!.GetAttribute("value")!, ["Reason"] = "主导产品为硅酸盐水泥熟料。" };
        await signer.SubmitAsync("main form.gf-sec", values);
        return declaration;
    }

    /// <summary>Fills in everything and proves it.</summary>
    public async Task CompleteAsync()
    {
        await FillAsync();
        await ProveAsync(Sections);
    }

    /// <summary>Answers every section.</summary>
    public async Task FillAsync()
    {
        await SaveAsync("profile", new()
        {
            ["p.address"] = "涪陵区江岸路1号",
            ["p.ownership"] = "民营企业",
            ["p.department"] = "环保部",
            ["p.contact"] = "周琳",
            ["p.phone"] = "023-12345678",
            ["p.email"] = "editor@cement.example",
            ["p.process"] = "新型干法水泥熟料生产线。",
            ["p.green"] = "余热发电，废渣综合利用。",
        });
        var facts = Golden();
        foreach (var section in Sections)
        {
            await SaveAsync(section, facts);
        }
    }

    /// <summary>Uploads a file wherever one of the sections wants one.</summary>
    public async Task ProveAsync(params string[] sections)
    {
        foreach (var section in sections)
        {
            await signer.GetAsync($"{home}/sections/{section}");
            foreach (var path in signer.Page.QuerySelectorAll("main a[href*='/evidence/']").Select(link => link.GetAttribute("href")!).Distinct().ToList())
            {
                await signer.GetAsync(path);
                if (signer.Page.QuerySelector("form[data-upload]") is null)
                {
                    // It holds as many files as it may.
                    continue;
                }

                using var sent = await UploadAsync(path, "证明.pdf", new ByteArrayContent(Pdf));
                if (sent.StatusCode is not HttpStatusCode.Redirect)
                {
                    throw new InvalidOperationException($"{path}: {(int)sent.StatusCode}");
                }
            }
        }
    }

    /// <summary>Saves the answers that belong to a section, and explains what the portal asks about.</summary>
    public async Task SaveAsync(string section, Dictionary<string, string> answers)
    {
        await signer.GetAsync($"{home}/sections/{section}");
        await signer.FollowAsync(await signer.SubmitAsync("form[data-autosave]", new(answers) { ["next"] = "stay" }));
        var questions = signer.Page.QuerySelectorAll("form[data-autosave] [name^='w.']").Select(field => field.GetAttribute("name")!).ToList();
        if (questions.Count > 0)
        {
            await signer.SubmitAsync("form[data-autosave]", new(questions.ToDictionary(name => name, _ => "按统计口径填报，详见材料。")) { ["next"] = "stay" });
        }
    }

    /// <summary>Sends a file to an upload page.</summary>
    public async Task<HttpResponseMessage> UploadAsync(string path, string name, HttpContent file)
    {
        await signer.GetAsync(path);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(signer.Page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { file, "Upload", name },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = form };
        return await signer.Client.SendAsync(request);
    }

    /// <summary>The golden case of the general rule set as the forms name it; of each repeat group the first row.</summary>
    private static Dictionary<string, string> Golden()
    {
        var path = Path.Combine(ReferenceFiles.RulesFolder, "golden", "gbt36132-2025", "full-cement-factory.json");
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        var facts = document.RootElement.GetProperty("facts");
        var answers = new Dictionary<string, string>();
        foreach (var gate in facts.GetProperty("gates").EnumerateObject())
        {
            answers[$"g.{gate.Name}"] = "true";
        }

        foreach (var input in facts.GetProperty("inputs").EnumerateObject())
        {
            answers[$"i.{input.Name}"] = input.Value.ValueKind is JsonValueKind.Array ? input.Value[0].GetString()! : input.Value.GetString()!;
        }

        foreach (var group in facts.GetProperty("groups").EnumerateObject())
        {
            foreach (var field in group.Value[0].EnumerateObject())
            {
                answers[$"r.{group.Name}.0.{field.Name}"] = field.Value.GetString()!;
            }
        }

        return answers;
    }
}
