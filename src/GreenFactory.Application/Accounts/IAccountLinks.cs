namespace GreenFactory.Application.Accounts;

/// <summary>Addresses of account pages for letters; a port, because only the web host knows where it is reached.</summary>
public interface IAccountLinks
{
    /// <summary>The sign-in page.</summary>
    string SignIn();

    /// <summary>The page on which a new password is asked for.</summary>
    string Forgot();

    /// <summary>The page on which an account is opened.</summary>
    string Register();

    /// <summary>The page that confirms an address.</summary>
    string Confirm(Guid user, string token);

    /// <summary>The page that sets a new password.</summary>
    string Reset(Guid user, string token);
}
