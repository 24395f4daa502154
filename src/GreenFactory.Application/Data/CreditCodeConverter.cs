using GreenFactory.Domain.Organisations;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace GreenFactory.Application.Data;

/// <summary>Stores a credit code as its 18 characters.</summary>
internal sealed class CreditCodeConverter() : ValueConverter<CreditCode, string>(code => code.Value, text => CreditCode.FromStored(text));
