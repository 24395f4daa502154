namespace GreenFactory.Web.Face.Marks;

/// <summary>Whether what was typed is safe.</summary>
public enum SaveStateKind
{
    /// <summary>已保存 14:32</summary>
    Saved,

    /// <summary>正在保存</summary>
    Saving,

    /// <summary>离线，已暂存</summary>
    Offline,

    /// <summary>冲突，请选择</summary>
    Conflict,

    /// <summary>尚未填写: nothing to save yet.</summary>
    Empty,
}

/// <summary>The save state shown in a page head; <c>autosave.js</c> keeps it current.</summary>
/// <param name="Kind">Whether what was typed is safe.</param>
/// <param name="At">When it was last saved.</param>
public sealed record SaveState(SaveStateKind Kind, DateTimeOffset? At = null);
