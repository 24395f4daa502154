namespace GreenFactory.Web.Face.Marks;

/// <summary>The shape and colour of a state; the word beside it is the page's.</summary>
public enum StateShape
{
    /// <summary>Dashed ring: 未开始.</summary>
    Todo,

    /// <summary>Half disc: 填写中, 初审中.</summary>
    Doing,

    /// <summary>Disc with a tick: 完成, 有效.</summary>
    Done,

    /// <summary>Clock: somebody else acts (部门意见未齐).</summary>
    Waiting,

    /// <summary>Amber diamond: the reader must act (待推荐, 待接收).</summary>
    You,

    /// <summary>Red octagon: 有误, 不符合, veto.</summary>
    Error,

    /// <summary>Lock: 未开放.</summary>
    Locked,

    /// <summary>Struck ring: 未达到, 已撤回, 不适用.</summary>
    Off,

    /// <summary>Amber question mark: 无法判定, 已提问.</summary>
    Question,
}
