using GreenFactory.Application.Outbox;

namespace GreenFactory.Application.Accounts;

/// <summary>The letter that asks to confirm an address.</summary>
internal static class ConfirmationLetter
{
    /// <summary>Writes it.</summary>
    public static MailToSend Write(PortalUser user, string link, Guid? ticket) => new(
        user.Email!,
        user.PersonName,
        "请确认邮箱",
        $"{user.PersonName}：\n\n请打开下面的链接并点“确认邮箱”，24小时内有效：\n{link}\n\n如果不是您本人注册，不必理会。",
        Ticket: ticket);
}
