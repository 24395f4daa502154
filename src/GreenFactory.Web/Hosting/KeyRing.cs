using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using GreenFactory.Application.Data;
using Microsoft.AspNetCore.DataProtection;

namespace GreenFactory.Web.Hosting;

/// <summary>
/// The keys that protect cookies, letters' tokens and the private signing keys. They lie in the database, where every node finds them, encrypted by a certificate that
/// does not: the file <c>Keys:Certificate</c> (PKCS #12, <c>Keys:CertificatePassword</c>), by default <c>keys/data-protection.pfx</c> in the data folder, which is made when
/// it is missing. What older certificates encrypted stays readable through the files under <c>Keys:OldCertificates</c>, separated by commas.
/// </summary>
public static class KeyRing
{
    private const int KeyBits = 3072;
    private const string DefaultFile = "keys/data-protection.pfx";

    /// <summary>Registers the keys.</summary>
    /// <exception cref="InvalidOperationException">A certificate that the settings name cannot be used; the message names the file.</exception>
    public static void AddKeyRing(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        var password = configuration["Keys:CertificatePassword"];
        var named = configuration["Keys:Certificate"];
        var current = named is { Length: > 0 } ? Load(named, password) : LoadOrMake(Path.Combine(configuration["Data:Folder"] ?? ".data", DefaultFile));
        var old = (configuration["Keys:OldCertificates"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        builder.Services.AddDataProtection()
            .SetApplicationName("GreenFactory")
            .PersistKeysToDbContext<KeyRingContext>()
            .ProtectKeysWithCertificate(current)
            .UnprotectKeysWithAnyCertificate([current, .. old.Select(file => Load(file, password))]);
    }

    private static X509Certificate2 Load(string file, string? password)
    {
        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(file, password, OperatingSystem.IsMacOS() ? X509KeyStorageFlags.DefaultKeySet : X509KeyStorageFlags.EphemeralKeySet);
            return certificate.HasPrivateKey
                ? certificate
                : throw new InvalidOperationException($"The certificate {file} has no private key: export it with its key as PKCS #12.");
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException(
                $"The certificate {file} that encrypts the portal's keys cannot be read: {e.Message} Check Keys:Certificate, Keys:OldCertificates and Keys:CertificatePassword.", e);
        }
    }

    private static X509Certificate2 LoadOrMake(string file)
    {
        if (!File.Exists(file))
        {
            Make(file);
        }

        return Load(file, null);
    }

    // Two nodes on one folder may start together: the first one's file stands, and both read it.
    private static void Make(string file)
    {
        using var key = RSA.Create(KeyBits);
        var request = new CertificateRequest("CN=GreenFactory data protection", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddYears(20));
        var folder = Path.GetDirectoryName(file)!;
        var unfinished = Path.Combine(folder, Guid.NewGuid().ToString("N"));
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            using (var content = new FileStream(unfinished, options))
            {
                content.Write(certificate.Export(X509ContentType.Pkcs12));
                content.Flush(flushToDisk: true);
            }

            File.Move(unfinished, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(unfinished);
        }
    }
}
