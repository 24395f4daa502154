namespace GreenFactory.Web.Hosting;

/// <summary>The address under which people reach the portal, <c>Portal:PublicAddress</c>.</summary>
/// <param name="Root">Without a slash at its end; null where none is set.</param>
public sealed record PublicAddress(string? Root)
{
    /// <summary>Whether people come by https, so that cookies must never travel without it.</summary>
    public bool IsHttps => Root?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Reads the setting.</summary>
    /// <exception cref="InvalidOperationException">It is not an address of http or https.</exception>
    public static PublicAddress Read(IConfiguration configuration)
    {
        if (configuration["Portal:PublicAddress"] is not { Length: > 0 } text)
        {
            return new PublicAddress((string?)null);
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? new PublicAddress(text.TrimEnd('/'))
            : throw new InvalidOperationException($"Portal:PublicAddress must begin with https:// or http://, not '{text}'.");
    }
}
