using System.Data.Common;
using GreenFactory.Application.Access;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Data;

/// <summary>
/// Keeps the connection of a request between its queries, so that the scope is entered once and not for each of them. It goes back to the pool when the scope changes, when
/// the answer begins to be sent, and before anything that may take long; the next query then opens one anew, in the scope that holds by then. A connection that is in use
/// just then goes back when that use ends.
/// </summary>
public sealed class HeldConnection : BeforeEveryCommand
{
    private bool holding;

    /// <summary>The store whose connection is held: it was opened once more than its queries did, by the first of them.</summary>
    private DbContext? held;

    /// <summary>Creates it for the scope of one unit of work.</summary>
    public HeldConnection(CurrentAccess access) => access.Changed += GiveBack;

    /// <summary>From here on the connection is kept between queries.</summary>
    public void Hold() => holding = true;

    /// <summary>Gives the connection back now, and from here on after every query.</summary>
    public void Release()
    {
        holding = false;
        GiveBack();
    }

    /// <summary>Gives the connection back now, before a wait for something else than the database; the next query keeps one again.</summary>
    public void GiveBack()
    {
        var store = held;
        held = null;
        store?.Database.CloseConnection();
    }

    /// <summary>The connection of a command that is about to run is open: this counts one use more.</summary>
    protected override void Before(DbCommand command, DbContext? store)
    {
        if (holding && held is null && store is not null)
        {
            store.Database.OpenConnection();
            held = store;
        }
    }
}
