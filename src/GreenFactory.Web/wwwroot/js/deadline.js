// Deadline: says in words which moment a typed deadline means, before it is saved.
// Contract: [data-deadline-for="<id of the field>"]; the element's text becomes "截止：2026年10月12日 24:00".
// It reads what TypedMoment reads on the server: a day alone ends at 24:00. With data-day, a day alone is asked for.
const written = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]*(\d{1,2})(?::(\d{2})|时(\d{2})分))?$/;

const inWords = (typed, dayAlone) => {
  const match = written.exec(typed.trim().normalize("NFKC"));
  if (!match) {
    return typed.trim() === "" ? "只写日期即当天 24:00" : /^[\d\-/.年月日: T]*$/.test(typed.trim().normalize("NFKC")) ? "日期还不完整，写全年月日，例如 2026-07-24" : "无法识别，请按 2026-07-24 填写";
  }
  const [year, month, day] = match.slice(1, 4).map(Number);
  const [hour, minute] = match[4] === undefined ? [24, 0] : [Number(match[4]), Number(match[5] ?? match[6])];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || hour > 24 || minute > 59 || (hour === 24 && minute > 0)) {
    return "没有这个时间";
  }
  if (hour === 0 && minute === 0) {
    date.setUTCDate(date.getUTCDate() - 1);
  }
  const time = hour === 0 && minute === 0 ? "24:00" : `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
  if (dayAlone && time !== "24:00") {
    return "请只写日期，例如 2026-07-24";
  }
  return `截止：${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日 ${time}`;
};

for (const words of document.querySelectorAll("[data-deadline-for]")) {
  const field = document.getElementById(words.dataset.deadlineFor);
  if (!field) {
    continue;
  }
  const initially = words.textContent;
  const show = () => {
    words.textContent = field.value.trim() === "" ? initially.startsWith("截止") ? "只写日期即当天 24:00" : initially : inWords(field.value, words.dataset.day !== undefined);
  };
  field.addEventListener("input", show);
  if (field.value.trim() !== "") {
    show();
  }
}
