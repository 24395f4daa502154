using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.Account;

[AllowAnonymous]
internal sealed class LetterSentModel : PageModel;
