using GreenFactory.Domain.Users;
using GreenFactory.Web.Access;

namespace GreenFactory.Web.Hosting;

/// <summary>What is for one person (every answer to somebody signed in, every page of a desk, every file of evidence) is kept by no browser and no proxy.</summary>
public static class PersonalAnswers
{
    /// <summary>Marks the answers that nothing else has marked.</summary>
    public static void UseUnstoredPersonalAnswers(this WebApplication app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var isOfDesk = context.GetEndpoint()?.Metadata.GetMetadata<DeskMetadata>()?.Desk is not (null or Desk.Public);
            if (context.Response.Headers.CacheControl.Count == 0 && (isOfDesk || context.User.Identity?.IsAuthenticated == true))
            {
                context.Response.Headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        });
        return next();
    });
}
