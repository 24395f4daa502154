namespace GreenFactory.Application.Seeding;

/// <summary>A demonstration is asked for on data that is none.</summary>
public sealed class DemonstrationRefusedException() : Exception(
    "--demo adds invented units and accounts with a published password, and this data was begun without it: nothing was added. "
    + "Start without --demo, or name an empty folder by --data (./dev run --demo --data DIR).");
