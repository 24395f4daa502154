using GreenFactory.Application.Messages;
using GreenFactory.Application.Outbox;

namespace GreenFactory.Web.Pages.Apply;

internal sealed class MessagesModel(OwnMessagesQuery query, ReadMessagesHandler read, UndeliveredQuery letters) : InboxModel(query, read, letters);
