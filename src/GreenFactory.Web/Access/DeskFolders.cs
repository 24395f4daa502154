using GreenFactory.Domain.Users;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace GreenFactory.Web.Access;

/// <summary>Folders mirror the people: each folder of pages is a desk, with its policy and its scope.</summary>
public static class DeskFolders
{
    /// <summary>Folder of pages to desk. The administrator's folder serves auditors too, who only read.</summary>
    public static IReadOnlyDictionary<string, Desk> All { get; } = new Dictionary<string, Desk>
    {
        ["/Public"] = Desk.Public,
        ["/Development"] = Desk.Public,
        ["/Account"] = Desk.Account,
        ["/Apply"] = Desk.Apply,
        ["/District"] = Desk.District,
        ["/Departments"] = Desk.Departments,
        ["/City"] = Desk.City,
        ["/Experts"] = Desk.Experts,
        ["/Admin"] = Desk.Admin,
    };

    /// <summary>Attaches desk and policy to every page by its folder.</summary>
    public static void Apply(PageConventionCollection conventions)
    {
        foreach (var (folder, desk) in All)
        {
            conventions.AddFolderApplicationModelConvention(folder, model => model.EndpointMetadata.Add(new DeskMetadata(desk)));
            if (desk is Desk.Public)
            {
                conventions.AllowAnonymousToFolder(folder);
            }
            else
            {
                conventions.AuthorizeFolder(folder, Policies.For(desk));
            }
        }
    }
}
