using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace GreenFactory.Web.Rendering;

/// <summary>Renders a view to text: parts of a page that a script replaces, and documents that are printed.</summary>
public sealed class ViewText(ICompositeViewEngine engine, ITempDataProvider tempData)
{
    /// <summary>Renders a view of this request.</summary>
    /// <typeparam name="T">Its model.</typeparam>
    /// <param name="context">The request's action.</param>
    /// <param name="view">Name of a shared partial, or the path of a view.</param>
    /// <param name="model">The model.</param>
    /// <param name="document">True for a whole document with its layout.</param>
    /// <exception cref="InvalidOperationException">There is no such view: a programming error.</exception>
    public async Task<string> RenderAsync<T>(ActionContext context, string view, T model, bool document = false)
    {
        var found = view.StartsWith('/') ? engine.GetView(null, view, document) : engine.FindView(context, view, document);
        if (!found.Success)
        {
            throw new InvalidOperationException($"No view '{view}' in {string.Join(", ", found.SearchedLocations)}.");
        }

        await using var writer = new StringWriter();
        var data = new ViewDataDictionary<T>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = model };
        await found.View.RenderAsync(new ViewContext(context, found.View, data, new TempDataDictionary(context.HttpContext, tempData), writer, new HtmlHelperOptions()));
        return writer.ToString();
    }
}
