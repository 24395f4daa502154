using System.Text.RegularExpressions;

namespace GreenFactory.Application.Ports.Files;

/// <summary>The part of a store that belongs to one municipality (tenant); no operation reaches outside it.</summary>
public readonly partial record struct MunicipalityFolder
{
    private readonly string? _name;

    /// <summary>Names the folder of a municipality.</summary>
    /// <param name="name">The municipality's code: 1 to 40 of a-z, 0-9 and '-', beginning with a letter or digit.</param>
    /// <exception cref="ArgumentException">The name has another form, so it could point outside the store.</exception>
    public MunicipalityFolder(string name)
    {
        if (!Form().IsMatch(name))
            throw new ArgumentException($"A municipality folder is 1 to 40 of a-z, 0-9 and '-', not '{name}'.", nameof(name));
        _name = name;
    }

    /// <summary>The folder's name.</summary>
    /// <exception cref="InvalidOperationException">The value was never given a name.</exception>
    public string Name => _name ?? throw new InvalidOperationException("A municipality folder without a name reaches no files.");

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]{0,39}\z")]
    private static partial Regex Form();
}
