
document.body.textContent = "";
