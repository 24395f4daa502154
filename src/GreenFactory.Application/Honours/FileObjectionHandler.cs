using System.Globalization;
using FluentValidation;
using GreenFactory.Application.Attempts;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Application.Messages;
using GreenFactory.Application.Validation;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Honours;

/// <summary>An objection of the public against one row of a notice.</summary>
/// <param name="Row">The row.</param>
/// <param name="Content">What is objected, 10 to 2000 characters.</param>
/// <param name="PersonName">Who objects; may be left out.</param>
/// <param name="Contact">Telephone or e-mail; may be left out.</param>
public sealed record FileObjection(NoticeRowId Row, string Content, string? PersonName, string? Contact);

/// <summary>Receipt of an objection.</summary>
/// <param name="Number">Number of the objection.</param>
/// <param name="Code">Code by which it is followed; shown this once.</param>
public sealed record ObjectionReceipt(string Number, string Code);

/// <summary>Checks an objection.</summary>
public sealed class FileObjectionValidator : AbstractValidator<FileObjection>
{
    /// <summary>States the rules.</summary>
    public FileObjectionValidator()
    {
        RuleFor(input => input.Content).Between("异议内容和依据", 10, 2000);
        RuleFor(input => input.PersonName).AtMost("姓名", 50);
        RuleFor(input => input.Contact).AtMost("联系方式", 100);
    }
}

/// <summary>
/// Files an objection while the notice stands. Name and contact are stored encrypted and read by the city alone. Many from one source within an hour are
/// taken in ever more slowly and shown to the officer as one group; each is kept and has its own receipt.
/// </summary>
public sealed class FileObjectionHandler(
    PortalDbContext db, ProcessRunner runner, IValidator<FileObjection> validator, IDataProtectionProvider protection, AttemptGate gate, MachineTime time)
{
    /// <summary>Purpose under which name and contact are encrypted.</summary>
    internal const string ContactPurpose = "GreenFactory.Honours.ObjectionContact";

    /// <summary>Files.</summary>
    /// <param name="input">The objection.</param>
    /// <param name="source">From where; it is counted and not kept with the objection.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<Result<ObjectionReceipt>> HandleAsync(FileObjection input, AttemptSource source, CancellationToken cancellation)
    {
        var checkedInput = await validator.ValidateAsync(input, cancellation);
        if (!checkedInput.IsValid)
        {
            return Result<ObjectionReceipt>.Failure([.. checkedInput.Errors.Select(error => new Error("objection.invalid", error.ErrorMessage, error.PropertyName))]);
        }

        var attempt = await gate.TakeAsync(AttemptDoor.Objection, "", source, cancellation);
        if (!attempt.MayTry)
        {
            return new Error("objection.wait", $"同一网络短时间内提交的异议过多，{attempt.WaitWords}填写的内容仍在本页，不会丢失。");
        }

        var burst = new ObjectionBurst(attempt.Run, attempt.Position);
        await Task.Delay(burst.Pause, time.Provider, cancellation);
        return await runner.RunAsync<ObjectionReceipt>(
            ProcessKind.FileObjection,
            null,
            async process =>
            {
                if (await db.NoticeRows.AsNoTracking().FirstOrDefaultAsync(line => line.Id == input.Row, cancellation) is not { } row)
                {
                    return ProcessErrors.NotFound;
                }

                var notice = await db.Notices.AsNoTracking().FirstAsync(line => line.Id == row.NoticeId, cancellation);
                if (!notice.AcceptsObjections(process.Now))
                {
                    return HonourErrors.NoticeNotOpen;
                }

                var code = ReceiptCode.New();
                var number = string.Create(CultureInfo.InvariantCulture, $"Y{ChinaTime.Of(process.Now):yyyyMMdd}-{ReceiptCode.Suffix()}");
                var contact = string.Join('\n', new[] { WrittenText.Said(input.PersonName), WrittenText.Said(input.Contact) }.Where(text => !string.IsNullOrEmpty(text)));
                var objection = Objection.File(
                    new ObjectionId(process.NewId()),
                    row,
                    number,
                    ReceiptCode.Hash(code),
                    input.Content,
                    contact.Length == 0 ? "" : protection.CreateProtector(ContactPurpose).Protect(contact),
                    burst,
                    process.Now);
                db.Add(objection);
                process.Record(EventKind.ObjectionFiled, $"收到对“{row.OrganisationName}”的异议 {number}", new { number, content = ContentHashing.Sha256Hex(objection.Content) });
                if (burst.Position <= ObjectionBurst.Ungrouped)
                {
                    Tell(process, row, $"收到异议 {number}", $"对公示单位“{row.OrganisationName}”的异议，请核查并答复。");
                }
                else if (burst.Position == ObjectionBurst.Ungrouped + 1)
                {
                    Tell(process, row, "同一来源短时间内提交了多条异议", "已归为一组，后续同组的异议不再逐条通知，请在“公示与异议”中打开该组查看。");
                }

                return new ObjectionReceipt(number, code);
            },
            cancellation);
    }

    private static void Tell(RunningProcess process, NoticeRow row, string title, string body) =>
        process.Enqueue(NotifyDesk.Kind, new NotifyDesk(row.DeclarationId.Value, Desk.City, title, body, Destination.Notices));
}
