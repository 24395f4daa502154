namespace GreenFactory.Application.Seeding;

/// <summary>What is put into an empty database.</summary>
/// <param name="Demonstration">Adds a second municipality, invented organisations and accounts with known passwords. Never for production.</param>
public sealed record SeedOptions(bool Demonstration);
