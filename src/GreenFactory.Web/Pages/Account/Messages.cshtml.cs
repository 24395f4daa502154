using GreenFactory.Application.Messages;
using GreenFactory.Application.Outbox;

namespace GreenFactory.Web.Pages.Account;

internal sealed class MessagesModel(OwnMessagesQuery query, ReadMessagesHandler read, UndeliveredQuery letters) : InboxModel(query, read, letters);
