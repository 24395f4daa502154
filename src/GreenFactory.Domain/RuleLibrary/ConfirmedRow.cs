using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.RuleLibrary;

/// <summary>One row of a parameter table that a comparison with the text covers, with the numbers as they were compared.</summary>
public sealed class ConfirmedRow : ITenantOwned
{
    private ConfirmedRow()
    {
    }

    /// <summary>Key.</summary>
    public ConfirmedRowId Id { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <summary>The confirmation.</summary>
    public ValueConfirmationId ValueConfirmationId { get; private set; }

    /// <summary>Fingerprint of key, unit, first day, numbers, document, clause and correction, in hexadecimal.</summary>
    public string Fingerprint { get; private set; } = "";

    /// <summary>What the row is called.</summary>
    public string Label { get; private set; } = "";

    /// <summary>Its numbers with their columns and unit, as they were compared.</summary>
    public string Numbers { get; private set; } = "";

    /// <summary>A row of a confirmation.</summary>
    public static ConfirmedRow Of(ConfirmedRowId id, ValueConfirmation confirmation, string fingerprint, string label, string numbers) => new()
    {
        Id = id,
        MunicipalityId = confirmation.MunicipalityId,
        ValueConfirmationId = confirmation.Id,
        Fingerprint = fingerprint,
        Label = label,
        Numbers = numbers,
    };
}
