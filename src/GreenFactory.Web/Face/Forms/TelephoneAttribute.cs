using System.ComponentModel.DataAnnotations;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Web.Face.Forms;

/// <summary>A telephone number as people write it; an empty one is left to <see cref="RequiredAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TelephoneAttribute : ValidationAttribute
{
    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is not string { Length: > 0 } text || TelephoneNumber.CanBeDialled(text);
}
