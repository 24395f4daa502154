using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.RegularExpressions;
using GreenFactory.Testing;
using GreenFactory.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Tests.Pages;

/// <summary>Whatever a form sends has a name in Chinese, by which a message can speak of it.</summary>
public sealed partial class BoundFieldTests
{
    [Fact]
    public void Every_bound_field_of_every_page_has_a_chinese_name()
    {
        var pages = typeof(DeskPage).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(PageModel)) && !type.Namespace!.Contains(".Development", StringComparison.Ordinal)).ToList();
        var fields = pages.SelectMany(page => page.GetProperties().Where(property => property.IsDefined(typeof(BindPropertyAttribute), inherit: true)).SelectMany(property => Leaves(property, page.FullName!))).ToList();
        Assert.True(fields.Count > 100, $"only {fields.Count} fields were found");
        Assert.Empty(fields.Where(field => !Chinese().IsMatch(field.Property.GetCustomAttribute<DisplayAttribute>()?.Name ?? "")).Select(field => $"{field.Path}.{field.Property.Name}"));
    }

    /// <summary>A day typed as a deadline means its 24:00, and the page says so beside the field before anything is saved.</summary>
    [Fact]
    public void Every_last_day_and_deadline_says_on_its_page_what_is_meant()
    {
        var pages = typeof(DeskPage).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(PageModel)));
        var deadlines = pages.SelectMany(page => page.GetProperties().Where(property => property.IsDefined(typeof(BindPropertyAttribute), inherit: true)).SelectMany(property => Leaves(property, page.FullName!)))
            .Where(field => field.Property.Name.EndsWith("LastDay", StringComparison.Ordinal) || field.Property.Name.EndsWith("Deadline", StringComparison.Ordinal)).ToList();
        Assert.True(deadlines.Count >= 8, $"only {deadlines.Count} deadlines were found");
        Assert.Empty(deadlines.Where(field => !Meant(field.Property.Name).IsMatch(PageOf(field.Path))).Select(field => $"{field.Path}.{field.Property.Name}"));
    }

    private static Regex Meant(string name) => new($"""asp-for="(\w+\.)?{name}"[^\n]* deadline\b|data-deadline-for="{name}" """.TrimEnd());

    /// <summary>The text of a page by the name of its model, which may be followed by the name of the form's object; folders are the spaces of names.</summary>
    private static string PageOf(string path)
    {
        var model = path[..(path.IndexOf("Model", StringComparison.Ordinal) + "Model".Length)];
        string[] folders = [RepositoryFolder.Root, "src", "GreenFactory.Web", .. model["GreenFactory.Web.".Length..model.LastIndexOf('.')].Split('.')];
        var names = new Regex($@"^@model {model[(model.LastIndexOf('.') + 1)..]}\s*$", RegexOptions.Multiline);
        return Directory.EnumerateFiles(Path.Combine(folders), "*.cshtml").Select(File.ReadAllText).Single(text => names.IsMatch(text));
    }

    /// <summary>The fields that a person or a form fills in: of an object its properties, of a list those of its rows.</summary>
    private static IEnumerable<(string Path, PropertyInfo Property)> Leaves(PropertyInfo property, string path)
    {
        var type = property.PropertyType;
        var row = type.IsGenericType && type.GetGenericArguments() is [var only] ? only : type;
        return IsOwn(row)
            ? row.GetProperties().Where(inner => inner.SetMethod is { IsPublic: true }).SelectMany(inner => Leaves(inner, $"{path}.{property.Name}"))
            : [(path, property)];
    }

    private static bool IsOwn(Type type) =>
        type.Namespace?.StartsWith("GreenFactory.Web", StringComparison.Ordinal) is true && type is { IsEnum: false, IsValueType: false } && !type.IsAssignableTo(typeof(IFormFile));

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();
}
