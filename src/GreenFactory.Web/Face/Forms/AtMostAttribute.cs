using System.ComponentModel.DataAnnotations;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Web.Face.Forms;

/// <summary>A text of at most so many characters as people count them (<see cref="WrittenText.Count"/>).</summary>
/// <param name="characters">Most characters.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AtMostAttribute(int characters) : ValidationAttribute
{
    /// <summary>Most characters.</summary>
    public int Characters => characters;

    /// <inheritdoc/>
    public override bool IsValid(object? value) => WrittenText.Count(value as string) <= characters;
}
